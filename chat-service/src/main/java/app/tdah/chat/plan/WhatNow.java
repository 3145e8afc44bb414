package app.tdah.chat.plan;

import app.tdah.chat.language.Energy;
import app.tdah.chat.person.People;
import app.tdah.chat.task.ChooseNext;
import app.tdah.chat.task.NextTask;
import app.tdah.chat.task.Offered;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses the one task to show, and tells why. */
@Component
class WhatNow implements ChooseNext {

  private final Gaps gaps;
  private final Calibrations calibrations;
  private final People people;
  private final Clock clock;

  WhatNow(Gaps gaps, Calibrations calibrations, People people, Clock clock) {
    this.gaps = gaps;
    this.calibrations = calibrations;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public NextTask choose(
      UUID userId, List<Offered> offered, @Nullable Energy energy, @Nullable Integer minutes) {
    ZonedDateTime now = clock.instant().atZone(people.zoneOf(userId));
    Circumstances given =
        new Circumstances(
            now, energy, minutes, gaps.untilNext(userId, now), calibrations.of(userId));
    String language = people.localeOf(userId).getLanguage();
    return best(Candidate.of(offered), given)
        .map(candidate -> next(candidate, given, language))
        .orElse(NextTask.NONE);
  }

  /** Of equals the one that was written down first. */
  static Optional<Candidate> best(List<Candidate> candidates, Circumstances given) {
    return candidates.stream()
        .filter(candidate -> Score.fits(candidate, given))
        .max(
            Comparator.<Candidate>comparingDouble(each -> new Score(each, given).sum())
                .thenComparing(each -> each.task().id(), Comparator.reverseOrder()));
  }

  private static NextTask next(Candidate candidate, Circumstances given, String language) {
    Score score = new Score(candidate, given);
    return new NextTask(
        candidate.task(),
        score.why(language),
        candidate.likelyMinutes(given.calibration()),
        score.sum(),
        score.parts());
  }
}
