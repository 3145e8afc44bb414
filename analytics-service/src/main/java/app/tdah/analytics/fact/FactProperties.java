package app.tdah.analytics.fact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How facts are stored.
 *
 * @param monthsAhead how many coming months have their partition already
 */
@Validated
@ConfigurationProperties("assistant.analytics")
record FactProperties(@Min(1) @Max(24) int monthsAhead) {}
