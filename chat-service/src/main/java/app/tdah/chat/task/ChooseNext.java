package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses the one task to do now; made where calendars and habits are known. */
@FunctionalInterface
public interface ChooseNext {

  /**
   * The best of the offered tasks, or none when nothing fits.
   *
   * @param energy what the user has; null when they did not say
   * @param minutes how much time is free; null when they did not say
   */
  NextTask choose(
      UUID userId, List<Offered> offered, @Nullable Energy energy, @Nullable Integer minutes);
}
