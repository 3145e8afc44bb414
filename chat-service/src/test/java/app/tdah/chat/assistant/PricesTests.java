package app.tdah.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.chat.assistant.PriceProperties.Price;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTests {

  private static final Instant IN_2026 = Instant.parse("2026-06-01T12:00:00Z");

  private final Prices prices =
      new Prices(
          new PriceProperties(
              List.of(
                  new Price("gpt", LocalDate.parse("2024-01-01"), 1_000_000, 2_000_000, "USD"),
                  new Price("gpt-mini", LocalDate.parse("2024-01-01"), 150_000, 600_000, "USD"),
                  new Price("gpt-mini", LocalDate.parse("2026-06-01"), 300_000, 900_000, "EUR"))),
          Clock.systemUTC());

  @Test
  void appliesThePriceOfTheDay() {
    assertThat(prices.of("gpt-mini-2024-07-18", 10, 10, IN_2026.minusSeconds(86_400)))
        .isEqualTo(new Prices.Cost(2, 6, "USD", "gpt-mini@2024-01-01"));
    assertThat(prices.of("gpt-mini", 1_000_000, 0, IN_2026))
        .isEqualTo(new Prices.Cost(300_000, 0, "EUR", "gpt-mini@2026-06-01"));
  }

  @Test
  void theLongestNameWins() {
    assertThat(prices.of("gpt-large", 1, 1, IN_2026).version()).isEqualTo("gpt@2024-01-01");
  }

  @Test
  void anUnknownModelCostsNothingAndSaysSo() {
    assertThat(prices.of("llama", 1_000, 1_000, IN_2026))
        .isEqualTo(new Prices.Cost(0, 0, "USD", "unpriced@1970-01-01"));
  }
}
