package app.tdah.chat.assistant;

import app.tdah.chat.assistant.model.Model;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Leaves a provider alone for a while after half of its last ten answers failed. */
@Component
class ProviderBreakers {

  private static final int REMEMBERED = 10;

  private final CircuitBreakerRegistry breakers;

  ProviderBreakers(@Value("${assistant.chat.models.pause:30s}") Duration pause) {
    this.breakers =
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(REMEMBERED)
                .minimumNumberOfCalls(REMEMBERED / 2)
                .failureRateThreshold(50)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
  }

  /**
   * To be followed by {@link #answered} or {@link #failed}.
   *
   * @throws ModelFailure while the provider is left alone
   */
  void admit(Model model) {
    if (!model.isLocal() && !of(model).tryAcquirePermission()) {
      throw new ModelFailure(model.provider() + " is left alone after too many failures");
    }
  }

  void answered(Model model) {
    if (!model.isLocal()) {
      of(model).onSuccess(0, TimeUnit.MILLISECONDS);
    }
  }

  void failed(Model model, Throwable cause) {
    if (!model.isLocal()) {
      of(model).onError(0, TimeUnit.MILLISECONDS, cause);
    }
  }

  private CircuitBreaker of(Model model) {
    return breakers.circuitBreaker(model.provider());
  }
}
