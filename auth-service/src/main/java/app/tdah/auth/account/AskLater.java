package app.tdah.auth.account;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts off what depends on whether there is an account until the answer has gone out. */
@Component
class AskLater {

  private final AddressRequests requests;
  private final ApplicationEventPublisher signals;
  private final JsonMapper json;
  private final Clock clock;

  AskLater(
      AddressRequests requests, ApplicationEventPublisher signals, JsonMapper json, Clock clock) {
    this.requests = requests;
    this.signals = signals;
    this.json = json;
    this.clock = clock;
  }

  @Transactional
  void ask(AddressRequest.Kind kind, Wish wish) {
    requests.save(new AddressRequest(kind, json.writeValueAsString(wish), clock));
    signals.publishEvent(new Asked());
  }

  /** There is something to do. */
  record Asked() {}
}
