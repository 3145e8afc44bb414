package app.tdah.auth.login;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many wrong passwords are taken.
 *
 * @param failuresAllowed for one account from one address within a window
 * @param window starts with the first failure
 */
@Validated
@ConfigurationProperties("assistant.auth.login")
record ThrottleProperties(@Min(1) int failuresAllowed, @NotNull Duration window) {}
