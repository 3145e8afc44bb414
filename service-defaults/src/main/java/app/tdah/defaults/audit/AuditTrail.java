package app.tdah.defaults.audit;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.SecurityEvent.Audited;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Says that something relevant to security was done. Actor and address are those of the request at
 * hand; outside of a request, or before anybody is signed in, there is no actor.
 */
public class AuditTrail {

  private final EventPublisher events;
  private final Clock clock;

  public AuditTrail(EventPublisher events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * In the transaction of what was done.
   *
   * @param action {@code resource.verb}, such as {@code password.change}
   * @param userId whom it is about
   * @param target what it was done to, when not the user
   * @param details without secrets and addresses of persons
   */
  public void done(
      String action, @Nullable UUID userId, @Nullable String target, Map<String, String> details) {
    publish(action, userId, target, "DONE", details);
  }

  /** The same for what was refused. */
  public void refused(
      String action, @Nullable UUID userId, @Nullable String target, Map<String, String> details) {
    publish(action, userId, target, "REFUSED", details);
  }

  private void publish(
      String action,
      @Nullable UUID userId,
      @Nullable String target,
      String outcome,
      Map<String, String> details) {
    events.publish(
        new Audited(userId, actor(), action, target, outcome, address(), details, clock.instant()));
  }

  private static @Nullable UUID actor() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken token
        ? UUID.fromString(token.getToken().getSubject())
        : null;
  }

  private static @Nullable String address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? request.getRequest().getRemoteAddr()
        : null;
  }
}
