package app.tdah.chat.assistant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What models cost, and since when. */
@Validated
@ConfigurationProperties("assistant.chat")
record PriceProperties(@Valid @DefaultValue List<Price> prices) {

  /**
   * The price of a model.
   *
   * @param model its name, or what its name begins with
   * @param from the first day, in UTC
   * @param input for a million tokens, in millionths of the currency unit
   * @param output likewise
   * @param currency ISO 4217
   */
  record Price(
      @NotBlank String model,
      @NotNull LocalDate from,
      @PositiveOrZero long input,
      @PositiveOrZero long output,
      @NotBlank String currency) {}
}
