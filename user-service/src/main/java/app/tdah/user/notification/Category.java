package app.tdah.user.notification;

/** What a user can have wishes about. */
enum Category {
  /** Safety of the account: always told, at any hour. */
  SECURITY,

  /** What the user asked to be told, at the time they chose. */
  REMINDERS,

  /** All else; it can wait for the morning, or for the daily summary. */
  PRODUCT
}
