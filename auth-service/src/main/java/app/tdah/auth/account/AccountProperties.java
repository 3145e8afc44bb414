package app.tdah.auth.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of accounts.
 *
 * @param ownerEmail the account with this address, once verified, has the role OWNER
 * @param publicUrl where the web app is, for links in mails
 * @param unconfirmedFor how long an account is kept whose address nobody confirms
 * @param hashConcurrency password hashes computed at the same time; each needs 19 MiB
 * @param hashPatience how long a request waits for its turn to hash
 * @param argon2 how passwords are hashed
 * @param breachCheckUrl where breached passwords can be asked for by the range API of Have I Been
 *     Pwned; null for no check
 */
@Validated
@ConfigurationProperties("assistant.auth.account")
record AccountProperties(
    @Nullable String ownerEmail,
    @NotNull URI publicUrl,
    @NotNull Duration unconfirmedFor,
    @Min(1) @Max(64) int hashConcurrency,
    @NotNull Duration hashPatience,
    @Valid @NotNull Argon2 argon2,
    @Nullable URI breachCheckUrl) {

  /**
   * Argon2id; OWASP's first choice is 19 MiB, 2 passes, 1 lane. A password that was hashed
   * otherwise is hashed anew when its owner signs in.
   *
   * @param memoryKib memory of one hash
   * @param passes iterations
   * @param lanes parallelism
   */
  record Argon2(@Min(7168) int memoryKib, @Min(1) int passes, @Min(1) int lanes) {}
}
