package app.tdah.chat.plan;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How days are planned.
 *
 * @param from when work begins, by the user's clock
 * @param to when it ends
 * @param blocks at most so many a day: a short plan is kept, a long one is given up
 * @param longest no block is longer
 * @param between to breathe between two
 */
@ConfigurationProperties("assistant.chat.plan")
record PlanProperties(
    @DefaultValue("09:00") LocalTime from,
    @DefaultValue("18:00") LocalTime to,
    @DefaultValue("4") int blocks,
    @DefaultValue("90m") Duration longest,
    @DefaultValue("10m") Duration between) {

  PlanProperties {
    if (!from.isBefore(to) || blocks < 1 || longest.toMinutes() < 1 || between.isNegative()) {
      throw new IllegalArgumentException("a day ends after it begins and holds something");
    }
  }
}
