package app.tdah.user.notification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How mail is sent; the server is {@code spring.mail.*}.
 *
 * @param from sender, such as {@code Personal Assistant <assistant@example.org>}
 * @param poll how often to look for mail that nobody signalled
 * @param lease longer than one SMTP conversation can last
 * @param maxAge after which mail is given up
 * @param retryAfter delay after the first failure; it doubles with each
 * @param maxRetryAfter longest delay
 * @param concurrency messages at a time
 */
@Validated
@ConfigurationProperties("assistant.mail")
record DeliveryProperties(
    @NotBlank String from,
    @NotNull Duration poll,
    @NotNull Duration lease,
    @NotNull Duration maxAge,
    @NotNull Duration retryAfter,
    @NotNull Duration maxRetryAfter,
    @Min(1) @Max(64) int concurrency) {}
