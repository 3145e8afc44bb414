package app.tdah.chat.task;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is remembered of tasks' changes.
 *
 * @param undoable how long a change can be undone, and is kept
 * @param writesKnown how long an offline write is recognised when it is sent again
 * @param clockSkew how far a device's clock may be ahead of ours before it is not believed
 */
@Validated
@ConfigurationProperties("assistant.chat.tasks")
record TaskHistoryProperties(
    @DefaultValue("30d") @NotNull Duration undoable,
    @DefaultValue("90d") @NotNull Duration writesKnown,
    @DefaultValue("1m") @NotNull Duration clockSkew) {}
