package app.tdah.auth.account;

import app.tdah.defaults.crypto.EncryptedStringConverter;
import app.tdah.defaults.ids.Ids;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to do about an e-mail address once the answer has gone out. */
@Entity
@Table(name = "address_requests")
class AddressRequest {

  private static final int MAX_ATTEMPTS = 12;

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Convert(converter = EncryptedStringConverter.class)
  private String wish;

  private Instant createdAt;
  private Instant notBefore;
  private int attempts;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected AddressRequest() {}

  AddressRequest(Kind kind, String wish, Clock clock) {
    this.id = Ids.next();
    this.kind = kind;
    this.wish = wish;
    this.createdAt = clock.instant();
    this.notBefore = createdAt;
  }

  /** What is to be done. */
  enum Kind {
    REGISTRATION,
    VERIFICATION,
    PASSWORD_RESET,
    EMAIL_CHANGE
  }

  UUID id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  String wish() {
    return wish;
  }

  Instant createdAt() {
    return createdAt;
  }

  /** It failed; the next attempt comes later each time. False when there were enough. */
  boolean postpone(Clock clock) {
    attempts++;
    notBefore = clock.instant().plus(Duration.ofSeconds(1L << attempts));
    return attempts < MAX_ATTEMPTS;
  }
}
