package app.tdah.chat.reminder;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The ladder of a reminder that nobody answers.
 *
 * @param after how long to wait before each repetition; its length is their cap
 * @param laterMinutes what the answer LATER means
 * @param answerable how long after it was told a reminder can be answered by one word
 */
@Validated
@ConfigurationProperties("assistant.chat.nudges")
record NudgeProperties(
    @DefaultValue({"10m", "20m"}) @NotNull @Size(max = 5) List<Duration> after,
    @DefaultValue("60") @Min(1) @Max(1440) int laterMinutes,
    @DefaultValue("24h") @NotNull Duration answerable) {}
