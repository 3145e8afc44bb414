package app.tdah.user.push;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How push services are reached.
 *
 * @param subject whom a push service may write to about us: a {@code mailto:} or {@code https:} URI
 * @param publicKey VAPID key as an uncompressed point in base64url; empty to have one made and kept
 * @param privateKey VAPID key as a scalar in base64url; empty to have one made and kept
 * @param hosts where endpoints may be; {@code *.} at the start stands for any name below
 * @param extraHosts more of them, such as an own push service
 * @param allowLoopback whether endpoints on this machine are fine too, for development
 * @param connectTimeout for a connection
 * @param timeout for an answer
 * @param longestWait upper bound for what {@code Retry-After} asks for
 * @param maxPerUser subscriptions of a user; a further one takes the place of the oldest
 */
@Validated
@ConfigurationProperties("assistant.push")
record PushProperties(
    @Pattern(regexp = "(mailto:|https://).+") String subject,
    @NotNull String publicKey,
    @NotNull String privateKey,
    @NotNull List<String> hosts,
    @NotNull List<String> extraHosts,
    boolean allowLoopback,
    @NotNull Duration connectTimeout,
    @NotNull Duration timeout,
    @NotNull Duration longestWait,
    @Min(1) @Max(100) int maxPerUser) {

  @Override
  public String toString() {
    return "PushProperties[" + subject + "]";
  }
}
