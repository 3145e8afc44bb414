package app.tdah.session.threat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts findings for alerts: {@code threats.found} and {@code threats.dismissed}. */
@Component
class ThreatMetrics {

  private final MeterRegistry registry;

  /** Every counter is there from the start, so that its first increase is seen. */
  ThreatMetrics(MeterRegistry registry, List<Rule> rules) {
    this.registry = registry;
    rules.forEach(rule -> {
      found(rule.name(), rule.severity());
      dismissed(rule.name());
    });
  }

  @TransactionalEventListener
  void count(Found found) {
    found(found.rule(), found.severity()).increment();
  }

  @TransactionalEventListener
  void count(Dismissal dismissal) {
    dismissed(dismissal.rule()).increment();
  }

  private Counter found(String rule, Severity severity) {
    return registry.counter(
        "threats.found", "rule", rule, "severity", severity.name().toLowerCase(Locale.ROOT));
  }

  private Counter dismissed(String rule) {
    return registry.counter("threats.dismissed", "rule", rule);
  }

  /** A finding was made. */
  record Found(String rule, Severity severity) {}

  /** A finding was dismissed. */
  record Dismissal(String rule) {}
}
