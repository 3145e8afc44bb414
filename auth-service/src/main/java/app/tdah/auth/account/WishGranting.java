package app.tdah.auth.account;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Knows who does what was asked for; runs in the caller's transaction. */
@Component
class WishGranting {

  private final Enrolment enrolment;
  private final VerifyEmail verification;
  private final PasswordReset passwordReset;
  private final EmailChange emailChange;
  private final JsonMapper json;

  WishGranting(
      Enrolment enrolment,
      VerifyEmail verification,
      PasswordReset passwordReset,
      EmailChange emailChange,
      JsonMapper json) {
    this.enrolment = enrolment;
    this.verification = verification;
    this.passwordReset = passwordReset;
    this.emailChange = emailChange;
    this.json = json;
  }

  void grant(AddressRequest request) {
    Wish wish = json.readValue(request.wish(), Wish.class);
    switch (request.kind()) {
      case REGISTRATION -> enrolment.enrol(wish);
      case VERIFICATION -> verification.mailLink(wish);
      case PASSWORD_RESET -> passwordReset.mailLink(wish);
      case EMAIL_CHANGE -> emailChange.mailLink(wish, request.createdAt());
    }
  }
}
