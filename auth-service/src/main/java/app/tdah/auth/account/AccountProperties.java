package app.tdah.auth.account;

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
 * @param hashConcurrency password hashes computed at the same time; each needs 19 MiB
 * @param hashPatience how long a request waits for its turn to hash
 */
@Validated
@ConfigurationProperties("assistant.auth.account")
record AccountProperties(
    @Nullable String ownerEmail,
    @NotNull URI publicUrl,
    @Min(1) @Max(64) int hashConcurrency,
    @NotNull Duration hashPatience) {}
