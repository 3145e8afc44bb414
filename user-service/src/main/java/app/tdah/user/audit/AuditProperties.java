package app.tdah.user.audit;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is looked after.
 *
 * @param verifyEntries how many entries one request verifies
 */
@Validated
@ConfigurationProperties("assistant.audit")
record AuditProperties(@Min(1) int verifyEntries) {}
