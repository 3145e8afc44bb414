package app.tdah.user.notification;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How notifications are handled.
 *
 * @param sameWithin how long the same words are not said to the same user again
 * @param digestPoll how often to look for summaries that are due
 */
@Validated
@ConfigurationProperties("assistant.notification")
record NotificationProperties(@NotNull Duration sameWithin, @NotNull Duration digestPoll) {}
