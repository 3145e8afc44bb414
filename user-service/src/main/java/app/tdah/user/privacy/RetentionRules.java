package app.tdah.user.privacy;

import app.tdah.defaults.privacy.RetentionRule;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what is kept; notifications take their deliveries with them. */
@Configuration(proxyBeanMethods = false)
class RetentionRules {

  @Bean
  RetentionRule keptNotifications(@Value("${assistant.retention.notifications}") Duration age) {
    return new RetentionRule("notifications", "created_at", age);
  }

  @Bean
  RetentionRule keptDeliveries(@Value("${assistant.retention.deliveries}") Duration age) {
    return new RetentionRule("deliveries", "finished_at", age);
  }

  @Bean
  RetentionRule keptExports(@Value("${assistant.retention.exports}") Duration age) {
    return new RetentionRule(
        "export_requests", "created_at", age, "status in ('FAILED', 'EXPIRED')");
  }

  @Bean
  RetentionRule keptErasures(@Value("${assistant.retention.erasures}") Duration age) {
    return new RetentionRule("erasure_requests", "finished_at", age);
  }
}
