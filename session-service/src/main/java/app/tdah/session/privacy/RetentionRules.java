package app.tdah.session.privacy;

import app.tdah.defaults.privacy.RetentionRule;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what is kept. */
@Configuration(proxyBeanMethods = false)
class RetentionRules {

  @Bean
  RetentionRule keptSessions(@Value("${assistant.retention.ended-sessions}") Duration age) {
    return new RetentionRule("sessions", "ended_at", age);
  }

  @Bean
  RetentionRule keptSecurityEvents(@Value("${assistant.retention.security-events}") Duration age) {
    return new RetentionRule("security_events", "at", age);
  }

  /** From when the cause was last seen; a dismissed cause may be found again after that. */
  @Bean
  RetentionRule keptThreats(@Value("${assistant.retention.threats}") Duration age) {
    return new RetentionRule("threats", "last_at", age);
  }
}
