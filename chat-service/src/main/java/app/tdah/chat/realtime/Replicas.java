package app.tdah.chat.realtime;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/** Hears through Redis what other replicas numbered and which sessions ended. */
@Component
class Replicas implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Replicas.class);
  private static final long RETRY_MILLIS = 500;

  private final Delivery delivery;
  private final EndedSessions sessions;
  private final RedisMessageListenerContainer container = new RedisMessageListenerContainer();

  /** One thread, so that the order of the events stays what it is. */
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("realtime").daemon().factory());

  private volatile boolean wanted;

  Replicas(RedisConnectionFactory connections, Delivery delivery, EndedSessions sessions) {
    this.delivery = delivery;
    this.sessions = sessions;
    container.setConnectionFactory(connections);
    container.setTaskExecutor(thread);
    container.setRecoveryBackoff(new FixedBackOff(RETRY_MILLIS, Long.MAX_VALUE));
    container.setErrorHandler(e -> log.warn("an event was not delivered", e));
    container.addMessageListener(
        (message, pattern) -> event(new String(message.getBody(), StandardCharsets.UTF_8)),
        ChannelTopic.of(EventStream.CHANNEL));
    container.addMessageListener(
        (message, pattern) -> ended(new String(message.getBody(), StandardCharsets.UTF_8)),
        ChannelTopic.of(EndedSessions.CHANNEL));
    container.afterPropertiesSet();
  }

  private void event(String message) {
    String[] parts = message.split(" ", 3);
    delivery.deliver(UUID.fromString(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }

  private void ended(String message) {
    sessions.close(UUID.fromString(message));
  }

  /** Redis may be away when this replica starts. */
  @Scheduled(fixedDelayString = "PT1S")
  synchronized void connect() {
    if (!wanted || container.isRunning()) {
      return;
    }
    try {
      container.start();
    } catch (RuntimeException e) {
      container.stop();
      log.warn("no events from other replicas yet: {}", e.toString());
    }
  }

  @Override
  public void start() {
    wanted = true;
    connect();
  }

  @Override
  public synchronized void stop() {
    wanted = false;
    try {
      container.destroy();
    } catch (Exception e) {
      log.debug("the listener did not stop cleanly", e);
    }
    thread.shutdown();
  }

  @Override
  public boolean isRunning() {
    return wanted;
  }
}
