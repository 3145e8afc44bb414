package app.tdah.auth.session;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long sessions and their tokens live.
 *
 * @param secureCookie whether the refresh cookie is {@code Secure}
 * @param accessTokenLifetime of an access token
 * @param idleLifetime a session that is not refreshed for so long is over
 * @param absoluteLifetime a session is over after so long, however busy
 * @param retryGrace a spent token that comes again within this gets the same successor
 */
@Validated
@ConfigurationProperties("assistant.auth.session")
record SessionProperties(
    boolean secureCookie,
    @NotNull Duration accessTokenLifetime,
    @NotNull Duration idleLifetime,
    @NotNull Duration absoluteLifetime,
    @NotNull Duration retryGrace) {}
