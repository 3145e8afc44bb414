package app.tdah.auth.account;

import app.tdah.defaults.web.ProblemException;
import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, by default at OWASP's parameters: 19 MiB, 2 passes, 1 lane. Only
 * a few hashes run at once, so that a burst of log-ins costs time and not memory.
 */
@Component
public class Passwords {

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2Function argon2;
  private final Semaphore slots;
  private final Duration patience;
  private final Counter computed;
  private final String nobodysHash;

  Passwords(AccountProperties properties, MeterRegistry metrics) {
    AccountProperties.Argon2 parameters = properties.argon2();
    this.argon2 =
        Argon2Function.getInstance(
            parameters.memoryKib(), parameters.passes(), parameters.lanes(), HASH_BYTES, Argon2.ID);
    this.slots = new Semaphore(properties.hashConcurrency(), true);
    this.patience = properties.hashPatience();
    this.computed =
        Counter.builder("auth.password.hashes")
            .description("Argon2id hashes computed")
            .register(metrics);
    this.nobodysHash = encode(UUID.randomUUID().toString());
  }

  /** The hash with its salt and parameters. */
  public String hash(String password) {
    return inSlot(() -> encode(password));
  }

  /** Compares; without a hash (no such account) it takes the same time and says no. */
  public boolean matches(String password, @Nullable String hash) {
    boolean equal = inSlot(() -> check(password, hash == null ? nobodysHash : hash));
    return equal && hash != null;
  }

  /** Whether a hash was made with other parameters than today's. */
  boolean outdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
  }

  private String encode(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
  }

  private static boolean check(String password, String hash) {
    return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
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
      computed.increment();
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
