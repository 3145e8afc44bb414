package app.tdah.user.phone;

/** What came of a code. */
sealed interface Verification {

  /** The number is the user's now. */
  record Verified(PhoneNumber number) implements Verification {}

  /** Nothing changed, apart from the count of tries. */
  enum Refused implements Verification {
    WRONG,
    EXPIRED,
    EXHAUSTED,
    ALREADY_VERIFIED,
    TAKEN
  }
}
