package app.tdah.auth.key;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private final AuditTrail audit;
  private final Clock clock;

  KeyRotation(
      SigningKeys keys,
      FieldCipher cipher,
      KeyProperties properties,
      AuditTrail audit,
      Clock clock) {
    this.keys = keys;
    this.cipher = cipher;
    this.properties = properties;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes the next key now, ahead of the schedule; one that is published already will do.
   *
   * @return the key that signs next
   */
  @Transactional
  SigningKey rotateNow() {
    keys.lockRotation();
    List<SigningKey> stored = keys.findAllByOrderByActiveFrom();
    SigningKey next =
        schedule(stored)
            .extraStart(clock.instant())
            .map(start -> keys.save(SigningKey.generate(cipher, start)))
            .orElseGet(stored::getLast);
    audit.done("key.rotate", null, next.kid(), Map.of("signsFrom", next.activeFrom().toString()));
    log.info("signing key {} signs from {}, on command", next.kid(), next.activeFrom());
    return next;
  }

  private KeySchedule schedule(List<SigningKey> stored) {
    return new KeySchedule(stored.stream().map(SigningKey::activeFrom).toList(), properties);
  }

  @Transactional
  void rotateIfDue() {
    keys.lockRotation();
    Instant now = clock.instant();
    List<SigningKey> stored = keys.findAllByOrderByActiveFrom();
    KeySchedule schedule = schedule(stored);
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
