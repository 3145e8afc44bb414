package app.tdah.user.phone;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of codes by SMS.
 *
 * @param codeLifetime how long a code is good
 * @param maxAttempts wrong tries after which a code is dead
 * @param resendAfter pause between two codes to one number
 * @param maxCodesPerHour per user, and per number whoever asks
 */
@Validated
@ConfigurationProperties("assistant.phone")
record PhoneProperties(
    @NotNull Duration codeLifetime,
    @Min(1) @Max(10) int maxAttempts,
    @NotNull Duration resendAfter,
    @Min(1) int maxCodesPerHour) {}
