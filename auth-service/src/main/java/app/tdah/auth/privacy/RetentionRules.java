package app.tdah.auth.privacy;

import app.tdah.defaults.privacy.RetentionRule;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what is kept. */
@Configuration(proxyBeanMethods = false)
class RetentionRules {

  @Bean
  RetentionRule keptVerifications(@Value("${assistant.retention.expired-tokens}") Duration age) {
    return new RetentionRule("email_verifications", "expires_at", age);
  }

  @Bean
  RetentionRule keptRefreshTokens(@Value("${assistant.retention.expired-tokens}") Duration age) {
    return new RetentionRule("refresh_tokens", "expires_at", age);
  }

  @Bean
  RetentionRule keptSessions(@Value("${assistant.retention.ended-sessions}") Duration age) {
    return new RetentionRule("refresh_families", "ended_at", age, "mirrored");
  }
}
