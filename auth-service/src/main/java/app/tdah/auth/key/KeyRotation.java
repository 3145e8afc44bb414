package app.tdah.auth.key;

import app.tdah.defaults.crypto.FieldCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next signing key in time and drops those that nobody needs; one replica at a time. */
@Component
class KeyRotation {

  private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

  private final SigningKeys keys;
  private final FieldCipher cipher;
  private final KeyProperties properties;
  private final Clock clock;

  KeyRotation(SigningKeys keys, FieldCipher cipher, KeyProperties properties, Clock clock) {
    this.keys = keys;
    this.cipher = cipher;
    this.properties = properties;
    this.clock = clock;
  }

  @Transactional
  void rotateIfDue() {
    keys.lockRotation();
    Instant now = clock.instant();
    List<SigningKey> stored = keys.findAllByOrderByActiveFrom();
    KeySchedule schedule =
        new KeySchedule(stored.stream().map(SigningKey::activeFrom).toList(), properties);
    schedule
        .nextStart(now)
        .ifPresent(start -> {
          SigningKey fresh = keys.save(SigningKey.generate(cipher, start));
          log.info("signing key {} signs from {}", fresh.kid(), start);
        });
    schedule
        .over(now)
        .forEach(position -> {
          log.info("signing key {} is over", stored.get(position).kid());
          keys.delete(stored.get(position));
        });
  }
}
