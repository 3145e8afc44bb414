package app.tdah.chat.focus;

/** When somebody beside the user says a word. */
enum FocusMoment {
  START,
  MIDDLE,
  END
}
