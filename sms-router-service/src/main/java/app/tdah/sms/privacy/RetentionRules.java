package app.tdah.sms.privacy;

import app.tdah.defaults.privacy.RetentionRule;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long what is kept. */
@Configuration(proxyBeanMethods = false)
class RetentionRules {

  @Bean
  RetentionRule keptInbound(@Value("${assistant.retention.messages}") Duration age) {
    return new RetentionRule("inbound_messages", "received_at", age);
  }

  @Bean
  RetentionRule keptOutbound(@Value("${assistant.retention.messages}") Duration age) {
    return new RetentionRule("outbound_messages", "created_at", age);
  }

  @Bean
  RetentionRule keptCodes(@Value("${assistant.retention.security-codes}") Duration age) {
    return new RetentionRule("outbound_messages", "created_at", age, "purpose = 'SECURITY_CODE'");
  }

  @Bean
  RetentionRule keptHelp(@Value("${assistant.retention.help-replies}") Duration age) {
    return new RetentionRule("help_replies", "replied_at", age);
  }
}
