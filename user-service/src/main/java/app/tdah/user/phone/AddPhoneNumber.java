package app.tdah.user.phone;

import app.tdah.defaults.crypto.FieldCipher;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds a number and sends a code to it; adding it again sends another one. It makes no difference
 * here whether somebody else has the number: only who holds the phone learns that, on verifying.
 */
@Service
class AddPhoneNumber {

  private final PhoneNumbers numbers;
  private final PhoneLocks locks;
  private final CodeSends sends;
  private final SecurityCodes codes;
  private final SendCode sendCode;
  private final FieldCipher cipher;
  private final PhoneProperties properties;
  private final Clock clock;

  AddPhoneNumber(
      PhoneNumbers numbers,
      PhoneLocks locks,
      CodeSends sends,
      SecurityCodes codes,
      SendCode sendCode,
      FieldCipher cipher,
      PhoneProperties properties,
      Clock clock) {
    this.numbers = numbers;
    this.locks = locks;
    this.sends = sends;
    this.codes = codes;
    this.sendCode = sendCode;
    this.cipher = cipher;
    this.properties = properties;
    this.clock = clock;
  }

  @Transactional
  Added add(UUID userId, E164 number) {
    String index = cipher.blindIndex(number.value());
    locks.user(userId);
    locks.number(index);
    Optional<PhoneNumber> known = numbers.findByUserIdAndNumberIndex(userId, index);
    if (known.filter(PhoneNumber::verified).isPresent()) {
      return new Added(known.get(), false);
    }
    sends.claim(userId, index);
    PhoneNumber phone = known.orElseGet(() -> new PhoneNumber(userId, number, index, clock));
    String code = codes.next();
    phone.expectCode(codes.hash(phone.id(), code), properties.codeLifetime(), clock);
    PhoneNumber saved = numbers.saveAndFlush(phone);
    sendCode.send(userId, saved.id(), number, code);
    return new Added(saved, known.isEmpty());
  }

  /** The number, and whether it is new. */
  record Added(PhoneNumber number, boolean created) {}
}
