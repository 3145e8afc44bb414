package app.tdah.auth.factor;

import app.tdah.auth.throttle.ThrottleKind;
import java.util.List;

/** A second factor, the strongest first. */
public enum Method {
  PASSKEY(ThrottleKind.PASSKEY, "hwk"),
  TOTP(ThrottleKind.TOTP, "otp"),
  SMS(ThrottleKind.SMS, "sms"),
  BACKUP_CODE(ThrottleKind.BACKUP_CODE, "");

  private final ThrottleKind kind;
  private final String amr;

  Method(ThrottleKind kind, String amr) {
    this.kind = kind;
    this.amr = amr;
  }

  /** Which counter its failures go to. */
  public ThrottleKind kind() {
    return kind;
  }

  /** How a session after a password and this is described (RFC 8176). */
  public List<String> amr() {
    return this == BACKUP_CODE ? List.of("pwd", "mfa") : List.of("pwd", amr, "mfa");
  }
}
