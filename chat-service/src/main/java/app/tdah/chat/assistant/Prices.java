package app.tdah.chat.assistant;

import app.tdah.chat.assistant.PriceProperties.Price;
import app.tdah.chat.conversation.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** Tells what tokens cost on a day. A model without a price costs nothing, and says so. */
@Component
class Prices {

  private static final long MILLION = 1_000_000;
  private static final Price NONE = new Price("unpriced", LocalDate.EPOCH, 0, 0, "USD");

  private final PriceProperties properties;
  private final Clock clock;

  Prices(PriceProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * What the tokens of one answer cost.
   *
   * @param version names the price that was applied
   */
  record Cost(long inputMicros, long outputMicros, String currency, String version) {

    long totalMicros() {
      return inputMicros + outputMicros;
    }
  }

  Cost of(Draft draft, Instant at) {
    return of(draft.model(), draft.inputTokens(), draft.outputTokens(), at);
  }

  /** What an answer took so far, at today's price. */
  Message.Usage usage(Draft draft) {
    Cost cost = of(draft, clock.instant());
    return new Message.Usage(
        draft.model(),
        draft.inputTokens(),
        draft.outputTokens(),
        cost.totalMicros(),
        cost.currency());
  }

  Cost of(String model, long inputTokens, long outputTokens, Instant at) {
    Price price = at(model, LocalDate.ofInstant(at, ZoneOffset.UTC));
    return new Cost(
        micros(inputTokens, price.input()),
        micros(outputTokens, price.output()),
        price.currency(),
        price.model() + "@" + price.from());
  }

  /** What holds for a model today; nothing for one without a price. */
  Price today(String model) {
    return at(model, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private Price at(String model, LocalDate day) {
    return properties.prices().stream()
        .filter(price -> model.startsWith(price.model()) && !price.from().isAfter(day))
        .max(
            Comparator.comparingInt((Price price) -> price.model().length())
                .thenComparing(Price::from))
        .orElse(NONE);
  }

  private static long micros(long tokens, long perMillion) {
    return Math.addExact(Math.multiplyExact(tokens, perMillion), MILLION / 2) / MILLION;
  }
}
