package app.tdah.defaults.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.ErasedUsers;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.events.EventsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests for export and erasure with a service's {@link PersonalData}. */
@AutoConfiguration(after = EventsAutoConfiguration.class)
public class PrivacyAutoConfiguration {

  @Bean
  Retention retention(
      ObjectProvider<RetentionRule> rules,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      MeterRegistry meters,
      Clock clock) {
    return new Retention(
        rules.orderedStream().toList(), jdbc, new TransactionTemplate(transactions), meters, clock);
  }

  /** For services that hold something about people. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(PersonalData.class)
  static class Requests {

    @Bean
    Erasure erasure(PersonalData data, ErasedUsers erased, JdbcClient jdbc, EventPublisher events) {
      return new Erasure(data, erased, jdbc, events);
    }

    @Bean
    ErasureRequestedHandler erasureRequestedHandler(PersonalData data, Erasure erasure) {
      return new ErasureRequestedHandler(data, erasure);
    }

    @Bean
    ExportRequestedHandler exportRequestedHandler(
        PersonalData data, FieldCipher cipher, JsonMapper json, EventPublisher events) {
      return new ExportRequestedHandler(data, cipher, json, events);
    }
  }
}
