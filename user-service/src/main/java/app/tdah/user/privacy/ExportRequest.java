package app.tdah.user.privacy;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's wish for a copy of their data, and what became of it. */
record ExportRequest(
    UUID id,
    UUID userId,
    Status status,
    Locale locale,
    Instant createdAt,
    Instant giveUpAt,
    @Nullable Instant expiresAt,
    int chunks,
    long size) {

  enum Status {
    PENDING,
    READY,
    FAILED,
    EXPIRED
  }
}
