package app.tdah.auth.key;

import app.tdah.defaults.crypto.FieldCipher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The keys in use, in memory. Every replica reads them anew each minute; a new key is published a
 * while before it signs, so that nobody meets a token of a key that they do not know.
 */
@Component
class KeyRing implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

  private final KeyRotation rotation;
  private final SigningKeys stored;
  private final FieldCipher cipher;
  private final Clock clock;
  private volatile List<LoadedKey> keys = List.of();

  KeyRing(KeyRotation rotation, SigningKeys stored, FieldCipher cipher, Clock clock) {
    this.rotation = rotation;
    this.stored = stored;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** The service is not ready before it can sign. */
  @Override
  public void run(ApplicationArguments arguments) {
    reload();
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void keepFresh() {
    try {
      reload();
    } catch (DataAccessException | TransactionException e) {
      log.warn("signing keys were not read again; the known ones go on", e);
    }
  }

  void reload() {
    rotation.rotateIfDue();
    keys = stored.findAllByOrderByActiveFrom().stream().map(key -> key.open(cipher)).toList();
  }

  /** Makes and publishes the next key; other replicas publish it within a minute. */
  SigningKey rotate() {
    SigningKey next = rotation.rotateNow();
    reload();
    return next;
  }

  /** All published keys. */
  List<LoadedKey> published() {
    if (keys.isEmpty()) {
      reload();
    }
    return keys;
  }

  /** The youngest key that may sign by now. */
  LoadedKey signing() {
    Instant now = clock.instant();
    return published().stream()
        .filter(key -> !key.activeFrom().isAfter(now))
        .reduce((older, younger) -> younger)
        .orElseThrow(() -> new IllegalStateException("no signing key is active"));
  }
}
