package app.tdah.auth.key;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When signing keys change.
 *
 * @param rotationPeriod how long a key signs
 * @param publishAhead how long a key is published before it signs; longer than anybody keeps our
 *     key set
 * @param overlap how long a key is published after it signed last; longer than an access token
 *     lives
 */
@Validated
@ConfigurationProperties("assistant.auth.key")
record KeyProperties(
    @NotNull Duration rotationPeriod, @NotNull Duration publishAhead, @NotNull Duration overlap) {}
