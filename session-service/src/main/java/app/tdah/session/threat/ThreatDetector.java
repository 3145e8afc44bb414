package app.tdah.session.threat;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.SecurityEvent.ThreatDetected;
import app.tdah.session.activity.SecurityLog;
import app.tdah.session.device.Devices;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Shows every security event to the rules, and records what they find. */
@Component
class ThreatDetector implements EventHandler<SecurityEvent> {

  private final List<Rule> rules;
  private final Signals signals;
  private final Devices devices;
  private final Threats threats;
  private final Responses responses;
  private final Announcement announcement;

  ThreatDetector(
      List<Rule> rules,
      Signals signals,
      Devices devices,
      Threats threats,
      Responses responses,
      Announcement announcement) {
    this.rules = rules;
    this.signals = signals;
    this.devices = devices;
    this.threats = threats;
    this.responses = responses;
    this.announcement = announcement;
  }

  @Override
  public Class<SecurityEvent> eventType() {
    return SecurityEvent.class;
  }

  @Override
  public void handle(SecurityEvent event, EventMetadata metadata) {
    Observation observation =
        event instanceof SessionStarted started
            ? new Observation(event, started.startedAt(), devices.see(started))
            : new Observation(event, metadata.occurredAt(), null);
    signals.record(observation);
    for (Rule rule : rules) {
      rule.examine(observation).ifPresent(finding -> report(finding, observation.at()));
    }
  }

  private void report(Finding finding, Instant at) {
    threats
        .add(finding, at)
        .ifPresentOrElse(
            id -> {
              responses.respond(finding);
              announcement.of(id, finding, at);
            },
            () -> {
              if (threats.renew(finding, at)) {
                responses.throttle(finding);
              }
            });
  }

  /** Tells the user's history, the other services, the audit trail and the metrics. */
  @Component
  static class Announcement {

    private final EventPublisher events;
    private final AuditTrail audit;
    private final SecurityLog log;
    private final ApplicationEventPublisher here;

    Announcement(
        EventPublisher events, AuditTrail audit, SecurityLog log, ApplicationEventPublisher here) {
      this.events = events;
      this.audit = audit;
      this.log = log;
      this.here = here;
    }

    void of(UUID id, Finding finding, Instant at) {
      List<String> actions = finding.actions().stream().sorted().map(Action::name).toList();
      String severity = finding.severity().name();
      UUID user = finding.userId();
      if (user != null) {
        log.threatDetected(user, finding.rule(), finding.address(), at);
      }
      events.publish(
          new ThreatDetected(user, id, finding.rule(), severity, actions, finding.address(), at));
      audit.done(
          "threat.detect",
          user,
          id.toString(),
          Map.of(
              "rule", finding.rule(), "severity", severity, "actions", String.join(",", actions)));
      here.publishEvent(new ThreatMetrics.Found(finding.rule(), finding.severity()));
    }
  }
}
