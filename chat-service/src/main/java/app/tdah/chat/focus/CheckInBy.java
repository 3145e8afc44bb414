package app.tdah.chat.focus;

/** How somebody is beside the user. */
public enum CheckInBy {
  /** To open clients, and to devices by push. */
  PUSH,
  SMS,
  NONE
}
