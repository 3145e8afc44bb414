package app.tdah.oauth.privacy;

import app.tdah.defaults.privacy.RetentionRule;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what is kept. */
@Configuration(proxyBeanMethods = false)
class RetentionRules {

  @Bean
  RetentionRule keptAuthorizationRequests(
      @Value("${assistant.retention.expired-tokens}") Duration age) {
    return new RetentionRule("authorization_requests", "expires_at", age);
  }
}
