package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import app.tdah.events.EventTypes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the domain events, each with its dead-letter topic. */
public final class KafkaTopics {

  private static final int PARTITIONS = 6;
  private static final short REPLICAS = 1;

  private KafkaTopics() {}

  /** Makes the topics that are missing; waits for a node that has just been started. */
  public static void create(String bootstrap, Duration patience) throws InterruptedException {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            Math.toIntExact(patience.toMillis()));
    try (Admin admin = Admin.create(settings)) {
      Set<String> existing = admin.listTopics().names().get();
      admin
          .createTopics(
              EventTypes.topics().stream()
                  .flatMap(topic -> Stream.of(topic, EventTypes.deadLetterTopicOf(topic)))
                  .filter(topic -> !existing.contains(topic))
                  .map(topic -> new NewTopic(topic, PARTITIONS, REPLICAS))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new CannotStart("Kafka's topics could not be made: " + e.getCause(), e);
    }
  }
}
