package app.tdah.analytics.privacy;

import app.tdah.defaults.privacy.RetentionRule;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what is kept. */
@Configuration(proxyBeanMethods = false)
class RetentionRules {

  @Bean
  RetentionRule keptFacts(@Value("${assistant.retention.facts}") Duration age) {
    return new RetentionRule("event_facts", "occurred_at", age);
  }

  @Bean
  RetentionRule keptActivity(@Value("${assistant.retention.activity}") Duration age) {
    return new RetentionRule("activity_rollups", "bucket", age);
  }
}
