package app.tdah.user.profile;

enum Theme {
  SYSTEM,
  LIGHT,
  DARK
}
