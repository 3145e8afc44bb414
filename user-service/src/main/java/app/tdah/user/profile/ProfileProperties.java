package app.tdah.user.profile;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How profiles are served.
 *
 * @param profileWait how long a request waits for a profile whose event is on its way
 */
@Validated
@ConfigurationProperties("assistant.user")
record ProfileProperties(@NotNull Duration profileWait) {}
