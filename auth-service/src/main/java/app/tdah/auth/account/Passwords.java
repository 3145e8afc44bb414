package app.tdah.auth.account;

import app.tdah.defaults.web.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, by default at OWASP's parameters: 19 MiB, 2 passes, 1 lane. Only
 * a few hashes run at once, so that a burst of log-ins costs time and not memory; they have threads
 * of the operating system, since a virtual one that computes lets no other one go on.
 */
@Component
public class Passwords {

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private final Argon2PasswordEncoder argon2;
  private final String parameters;
  private final Semaphore slots;
  private final ExecutorService threads;
  private final Duration patience;
  private final Counter computed;
  private final String nobodysHash;

  Passwords(AccountProperties properties, MeterRegistry metrics) {
    AccountProperties.Argon2 today = properties.argon2();
    this.argon2 =
        new Argon2PasswordEncoder(
            SALT_BYTES, HASH_BYTES, today.lanes(), today.memoryKib(), today.passes());
    this.parameters =
        "$argon2id$v=19$m=%d,t=%d,p=%d$"
            .formatted(today.memoryKib(), today.passes(), today.lanes());
    this.slots = new Semaphore(properties.hashConcurrency(), true);
    this.threads =
        Executors.newFixedThreadPool(
            properties.hashConcurrency(),
            Thread.ofPlatform().name("argon2-", 0).daemon().factory());
    this.patience = properties.hashPatience();
    this.computed =
        Counter.builder("auth.password.hashes")
            .description("Argon2id hashes computed")
            .register(metrics);
    this.nobodysHash = hash(UUID.randomUUID().toString());
  }

  /** The hash with its salt and parameters. */
  public String hash(String password) {
    return inSlot(() -> Objects.requireNonNull(argon2.encode(encodable(password))));
  }

  /** Compares; without a hash (no such account) it takes the same time and says no. */
  public boolean matches(String password, @Nullable String hash) {
    boolean equal =
        inSlot(() -> argon2.matches(encodable(password), hash == null ? nobodysHash : hash));
    return equal && hash != null;
  }

  /** Whether a hash was made with other parameters than today's. */
  boolean outdated(String hash) {
    return !hash.startsWith(parameters);
  }

  /** Half a surrogate pair, which no keyboard makes and UTF-8 has no bytes for, becomes a "?". */
  private static String encodable(String password) {
    return new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @PreDestroy
  void stop() {
    threads.shutdown();
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
      return CompletableFuture.supplyAsync(work, threads).join();
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
