package app.tdah.user.notification;

enum Channel {
  EMAIL,
  SMS,
  IN_APP
}
