package app.tdah.auth.account;

import app.tdah.defaults.web.ProblemException;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id at OWASP's parameters: 19 MiB, 2 passes, 1 lane. Only a few hashes
 * run at once, so that a burst of log-ins costs time and not memory.
 */
@Component
public class Passwords {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;

  private final PasswordEncoder encoder =
      new Argon2Password4jPasswordEncoder(
          Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID));
  private final Semaphore slots;
  private final Duration patience;
  private final String nobodysHash;

  Passwords(AccountProperties properties) {
    this.slots = new Semaphore(properties.hashConcurrency(), true);
    this.patience = properties.hashPatience();
    this.nobodysHash = encode(UUID.randomUUID().toString());
  }

  /** The hash with its salt and parameters. */
  public String hash(String password) {
    return inSlot(() -> encode(password));
  }

  /** Compares; without a hash (no such account) it takes the same time and says no. */
  public boolean matches(String password, @Nullable String hash) {
    boolean equal = inSlot(() -> encoder.matches(password, hash == null ? nobodysHash : hash));
    return equal && hash != null;
  }

  private String encode(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("a password that is not null has a hash");
    }
    return hash;
  }

  private <T> T inSlot(Supplier<T> work) {
    try {
      if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return work.get();
    } finally {
      slots.release();
    }
  }

  private static final class Busy extends ProblemException {
    Busy() {
      super(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too many people sign in just now.");
      retryAfter(Duration.ofSeconds(2));
    }
  }
}
