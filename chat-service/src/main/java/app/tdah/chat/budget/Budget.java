package app.tdah.chat.budget;

import app.tdah.chat.budget.Spending.Reservation;
import app.tdah.chat.budget.Spending.Sum;
import app.tdah.chat.person.People;
import app.tdah.chat.realtime.Realtime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Keeps what answers cost within limits. What an answer may cost at most is reserved before a model
 * is asked, so that however many ask at once, no limit is passed by what they reserve.
 */
@Service
public class Budget {

  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Spending spending;
  private final People people;
  private final Realtime realtime;
  private final BudgetProperties properties;
  private final Clock clock;

  Budget(
      Spending spending,
      People people,
      Realtime realtime,
      BudgetProperties properties,
      Clock clock) {
    this.spending = spending;
    this.people = people;
    this.realtime = realtime;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Reserves what the next question of an answer may cost, on top of what the answer holds already.
   *
   * @param micros millionths of the currency unit
   * @return false, and nothing is reserved, when a limit would be passed
   */
  @Transactional
  public boolean reserve(UUID userId, UUID turnId, long micros) {
    if (micros <= 0) {
      return true;
    }
    List<Period> periods = periods(userId);
    List<@Nullable Long> limits = limits(userId);
    for (int i = 0; i < periods.size(); i++) {
      if (!spending.reserve(periods.get(i), micros, limits.get(i))) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return false;
      }
    }
    List<String> names = periods.stream().map(Period::name).toList();
    spending.hold(turnId, new Reservation(userId, names, micros), clock.instant());
    return true;
  }

  /** The answer is as long as it gets: what it cost takes the place of what was reserved. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void settle(UUID userId, UUID turnId, long micros) {
    Reservation held = spending.release(turnId).orElse(null);
    if (held == null && micros == 0) {
      return;
    }
    List<Period> periods = held == null ? periods(userId) : periods(held);
    long reserved = held == null ? 0 : held.micros();
    periods.forEach(period -> spending.spend(period, reserved, micros));
    warn(userId, periods);
  }

  /** What the user spent today and this month, and may spend. */
  @Transactional(readOnly = true)
  public BudgetView of(UUID userId) {
    List<Period> periods = periods(userId);
    List<@Nullable Long> limits = limits(userId);
    return BudgetView.of(
        properties,
        share(periods.get(2), limits.get(2)),
        share(periods.get(3), limits.get(3)),
        spending.own(userId));
  }

  /** Sets the user's own limits; the operator's hold as well. */
  @Transactional
  public BudgetView limit(UUID userId, Limits own) {
    spending.limit(userId, own);
    return of(userId);
  }

  /** Gives back what was reserved for answers whose conversation was deleted. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT4M")
  @Transactional
  public void releaseAbandoned() {
    for (UUID turn : spending.abandoned(clock.instant().minus(ABANDONED))) {
      spending
          .release(turn)
          .ifPresent(
              held -> periods(held).forEach(period -> spending.spend(period, held.micros(), 0)));
    }
  }

  private BudgetView.Share share(Period period, @Nullable Long limit) {
    Sum sum = spending.of(period);
    return new BudgetView.Share(period.name(), sum.spent(), sum.reserved(), limit);
  }

  private void warn(UUID userId, List<Period> periods) {
    List<@Nullable Long> limits = limits(userId);
    for (int i = 2; i < periods.size(); i++) {
      Long limit = limits.get(i);
      if (limit != null
          && spending.claimWarning(periods.get(i), (long) (limit * properties.warnAt()))) {
        realtime.publish(userId, "budget.warning", Map.of("budget", of(userId)));
      }
    }
  }

  /** Everybody's day and month, then the user's. */
  private List<Period> periods(UUID userId) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate own = LocalDate.ofInstant(clock.instant(), people.zoneOf(userId));
    return List.of(
        Period.day(Period.EVERYBODY, today),
        Period.month(Period.EVERYBODY, today),
        Period.day(userId, own),
        Period.month(userId, own));
  }

  private static List<Period> periods(Reservation held) {
    List<String> names = held.periods();
    return List.of(
        new Period(Period.EVERYBODY, names.get(0)),
        new Period(Period.EVERYBODY, names.get(1)),
        new Period(held.userId(), names.get(2)),
        new Period(held.userId(), names.get(3)));
  }

  /** In the order of {@link #periods}. */
  private List<@Nullable Long> limits(UUID userId) {
    Limits user =
        new Limits(properties.userDay(), properties.userMonth()).and(spending.own(userId));
    return java.util.Arrays.asList(
        properties.allDay(), properties.allMonth(), user.day(), user.month());
  }
}
