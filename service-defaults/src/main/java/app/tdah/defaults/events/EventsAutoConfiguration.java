package app.tdah.defaults.events;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.events.DomainEvent;
import app.tdah.events.EventTypes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outbox and inbox of a service: an {@link EventPublisher} to call, {@link EventHandler} beans to
 * declare.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@EnableScheduling
public class EventsAutoConfiguration {

  @Bean
  OutboxSignal outboxSignal() {
    return new OutboxSignal();
  }

  @Bean
  Outbox outbox(JdbcClient jdbc) {
    return new Outbox(jdbc);
  }

  @Bean
  EventMetrics eventMetrics(MeterRegistry registry, Outbox outbox, Clock clock) {
    return new EventMetrics(registry, outbox::backlog, clock);
  }

  @Bean
  EventPublisher eventPublisher(
      JdbcClient jdbc,
      JsonMapper json,
      Clock clock,
      ObjectProvider<Tracer> tracer,
      OutboxSignal signal) {
    return new EventPublisher(jdbc, json, clock, tracer, signal);
  }

  @Bean
  AuditTrail auditTrail(EventPublisher events, Clock clock) {
    return new AuditTrail(events, clock);
  }

  @Bean
  ErasedUsers erasedUsers(JdbcClient jdbc, FieldCipher cipher, Clock clock) {
    return new ErasedUsers(jdbc, cipher, clock);
  }

  @Bean
  InboxRetention inboxRetention(JdbcClient jdbc, Clock clock) {
    return new InboxRetention(jdbc, clock);
  }

  @Bean
  OutboxRelay outboxRelay(
      Outbox outbox,
      KafkaTemplate<String, byte[]> kafka,
      PlatformTransactionManager transactions,
      OutboxSignal signal,
      EventMetrics metrics,
      @Value("${spring.application.name}") String service) {
    return new OutboxRelay(
        outbox, kafka, new TransactionTemplate(transactions), signal, metrics, service);
  }

  @Bean
  SmartLifecycle inboxListener(
      ObjectProvider<EventHandler<?>> handlers,
      ErasedUsers erased,
      ConsumerFactory<String, byte[]> consumers,
      KafkaTemplate<String, byte[]> kafka,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      EventMetrics metrics,
      @Value("${spring.application.name}") String service) {
    List<EventHandler<?>> all =
        handlers.orderedStream().<EventHandler<?>>map(handler -> handler).toList();
    if (all.isEmpty()) {
      return new NoListener();
    }
    ContainerProperties properties = new ContainerProperties(topics(all));
    properties.setGroupId(service);
    properties.setObservationEnabled(true);
    properties.setMissingTopicsFatal(false);
    properties.setMessageListener(
        new Inbox(all, erased, jdbc, new TransactionTemplate(transactions), json, metrics));
    ConcurrentMessageListenerContainer<String, byte[]> container =
        new ConcurrentMessageListenerContainer<>(consumers, properties);
    container.setBeanName("inbox");
    container.setCommonErrorHandler(errorHandler(kafka, metrics));
    return container;
  }

  private static String[] topics(List<EventHandler<?>> handlers) {
    return handlers.stream()
        .map(EventHandler::eventType)
        .flatMap(type ->
            type.equals(DomainEvent.class)
                ? EventTypes.topics().stream()
                : Stream.of(EventTypes.topicOf(type)))
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  private static DefaultErrorHandler errorHandler(
      KafkaTemplate<String, byte[]> kafka, EventMetrics metrics) {
    DeadLetterPublishingRecoverer deadLetters =
        new DeadLetterPublishingRecoverer(
            kafka,
            (message, failure) -> {
              metrics.deadLettered(message.topic());
              return new TopicPartition(EventTypes.deadLetterTopicOf(message.topic()), -1);
            });
    DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters);
    handler.setBackOffFunction((message, failure) -> Retries.of(failure));
    handler.addNotRetryableExceptions(MalformedEvent.class, JacksonException.class);
    return handler;
  }

  /** Stands for the listener of a service that handles no events. */
  private static final class NoListener implements SmartLifecycle {

    private volatile @Nullable Boolean running;

    @Override
    public void start() {
      running = true;
    }

    @Override
    public void stop() {
      running = null;
    }

    @Override
    public boolean isRunning() {
      return running != null;
    }
  }
}
