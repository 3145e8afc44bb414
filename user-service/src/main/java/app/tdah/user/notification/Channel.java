package app.tdah.user.notification;

enum Channel {
  EMAIL,
  SMS,
  PUSH,
  IN_APP
}
