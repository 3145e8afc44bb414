package app.tdah.chat.budget;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What models may cost at most, in millionths of the currency unit; null for no limit.
 *
 * @param userDay of one user on a day in their time zone
 * @param userMonth of one user in a month
 * @param allDay of everybody on a day in UTC
 * @param allMonth of everybody in a month
 * @param warnAt the share of a limit at which the user is warned
 * @param currency ISO 4217, that of the prices
 */
@Validated
@ConfigurationProperties("assistant.chat.budget")
record BudgetProperties(
    @Nullable @PositiveOrZero Long userDay,
    @Nullable @PositiveOrZero Long userMonth,
    @Nullable @PositiveOrZero Long allDay,
    @Nullable @PositiveOrZero Long allMonth,
    @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.8") double warnAt,
    @NotBlank @DefaultValue("USD") String currency) {}
