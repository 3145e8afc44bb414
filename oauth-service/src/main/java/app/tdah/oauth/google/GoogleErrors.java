package app.tdah.oauth.google;

import app.tdah.oauth.provider.ProviderException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Google's error bodies, in our words. The token endpoint speaks RFC 6749 section 5.2 ({@code
 * {"error":"invalid_grant"}}), the APIs {@code {"error":{"errors":[{"reason":…}]}}}.
 */
@Component
class GoogleErrors {

  private static final Set<String> LIMITS =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded");

  private final Clock clock;

  GoogleErrors(Clock clock) {
    this.clock = clock;
  }

  ProviderException translate(int status, HttpHeaders headers, JsonNode body) {
    String reason = reason(body);
    String message = "Google answered " + status + " " + reason;
    if (reason.equals("invalid_grant")) {
      return new ProviderException.GrantRejected(message);
    }
    if (reason.equals("invalid_token") && status == 400) {
      return new ProviderException.TokenUnknown(message);
    }
    if (status == 429 || (status == 403 && LIMITS.contains(reason))) {
      return new ProviderException.RateLimited(message, retryAfter(headers));
    }
    if (status == 410
        || reason.equals("updatedMinTooLongAgo")
        || reason.equals("fullSyncRequired")) {
      return new ProviderException.CursorExpired(message);
    }
    if (status == 401 || status == 403) {
      return new ProviderException.AccessRejected(message);
    }
    return new ProviderException.Unavailable(message, null);
  }

  private static String reason(JsonNode body) {
    JsonNode error = body.path("error");
    if (error.isString()) {
      return error.stringValue();
    }
    return error.path("errors").path(0).path("reason").asString("");
  }

  /** Seconds or an HTTP date (RFC 9110 section 10.2.3). */
  private @Nullable Duration retryAfter(HttpHeaders headers) {
    String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
    if (value == null) {
      return null;
    }
    try {
      if (value.chars().allMatch(Character::isDigit)) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
      ZonedDateTime at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), at.toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }
}
