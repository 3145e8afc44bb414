package app.tdah.auth.account;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.UserEvent;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what user-service decided about an account: roles, suspension, erasure. */
@Component
class RoleProjection implements EventHandler<UserEvent> {

  private final Accounts accounts;
  private final ApplicationEventPublisher causes;
  private final Clock clock;

  RoleProjection(Accounts accounts, ApplicationEventPublisher causes, Clock clock) {
    this.accounts = accounts;
    this.causes = causes;
    this.clock = clock;
  }

  @Override
  public Class<UserEvent> eventType() {
    return UserEvent.class;
  }

  @Override
  public void handle(UserEvent event, EventMetadata metadata) {
    switch (event) {
      case UserEvent.RolesChanged changed ->
          with(
              changed.userId(),
              account -> {
                account.grant(changed.roles(), changed.permissions());
                if (changed.reduced()) {
                  causes.publishEvent(new RolesReduced(account.id()));
                }
              });
      case UserEvent.Suspended suspended ->
          with(
              suspended.userId(),
              account -> {
                account.suspend(clock);
                causes.publishEvent(
                    new SessionsVoided(account.id(), null, SessionsVoided.Cause.SUSPENDED));
              });
      case UserEvent.Reinstated reinstated -> with(reinstated.userId(), Account::reinstate);
      case UserEvent.ErasureScheduled erasure ->
          with(
              erasure.userId(),
              account ->
                  account.scheduleErasure(
                      new ScheduledErasure(erasure.erasureId(), erasure.dueAt())));
      case UserEvent.ErasureCancelled erasure ->
          with(erasure.userId(), account -> account.cancelErasure(erasure.erasureId()));
      default -> {
        // Our own events, and those of other concerns.
      }
    }
  }

  private void with(UUID userId, Consumer<Account> change) {
    accounts.lockById(userId).ifPresent(change);
  }
}
