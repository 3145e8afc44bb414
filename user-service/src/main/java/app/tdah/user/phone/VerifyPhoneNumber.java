package app.tdah.user.phone;

import app.tdah.user.phone.Verification.Refused;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a code. A refusal is a result, not an exception: the count of tries must be committed. */
@Service
class VerifyPhoneNumber {

  private final PhoneNumbers numbers;
  private final PhoneLocks locks;
  private final SecurityCodes codes;
  private final PhoneProperties properties;
  private final PhoneEvents events;
  private final Clock clock;

  VerifyPhoneNumber(
      PhoneNumbers numbers,
      PhoneLocks locks,
      SecurityCodes codes,
      PhoneProperties properties,
      PhoneEvents events,
      Clock clock) {
    this.numbers = numbers;
    this.locks = locks;
    this.codes = codes;
    this.properties = properties;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws PhoneNumberNotFound when the user has no such number
   */
  @Transactional
  Verification verify(UUID userId, UUID id, String code) {
    locks.user(userId);
    PhoneNumber phone = numbers.findByIdAndUserId(id, userId).orElseThrow(PhoneNumberNotFound::new);
    if (phone.verified()) {
      return Refused.ALREADY_VERIFIED;
    }
    return switch (phone.check(codes.hash(id, code), properties.maxAttempts(), clock)) {
      case WRONG -> refuse(phone, Refused.WRONG);
      case EXPIRED -> refuse(phone, Refused.EXPIRED);
      case EXHAUSTED -> refuse(phone, Refused.EXHAUSTED);
      case RIGHT -> own(phone);
    };
  }

  private Refused refuse(PhoneNumber phone, Refused reason) {
    events.refused(phone, reason);
    return reason;
  }

  private Verification own(PhoneNumber phone) {
    locks.number(phone.numberIndex());
    if (numbers.existsByNumberIndexAndVerifiedAtNotNull(phone.numberIndex())) {
      return refuse(phone, Refused.TAKEN);
    }
    boolean first = numbers.findByUserIdAndPrimaryTrue(phone.userId()).isEmpty();
    phone.verify(first, clock);
    numbers.flush();
    events.proven(phone);
    return new Verification.Verified(phone);
  }
}
