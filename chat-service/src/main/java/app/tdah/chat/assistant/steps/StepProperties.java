package app.tdah.chat.assistant.steps;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a model is asked for steps.
 *
 * @param patience after which the library of patterns stands in
 */
@ConfigurationProperties("assistant.chat.break-down")
record StepProperties(@DefaultValue("8s") Duration patience) {}
