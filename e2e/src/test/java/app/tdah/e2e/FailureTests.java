package app.tdah.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is killed during a conversation: every accepted message is answered once, and nothing is
 * lost or doubled.
 */
class FailureTests {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat-service",
        "gateway-service",
        "auth-service",
        "session-service",
        "user-service",
        "oauth-service",
        "sms-router-service",
        "analytics-service",
        "kafka",
        "redis",
        "postgres"
      })
  void killedDuringAConversation(String component) {
    Person ana = Person.signedUp();
    try (Conversation conversation = Conversation.start(ana)) {
      conversation.awaitAnswered(3);
      Operator.killAndAwaitSuccessor(component);
      conversation.awaitAnswered(conversation.answered() + 3);
      assertEveryMessageCounted(ana, conversation.finish());
    }
  }

  @Test
  void kafkaStoppedForAMinute() {
    Person ana = Person.signedUp();
    try (Conversation conversation = Conversation.start(ana)) {
      conversation.awaitAnswered(3);
      Operator.stop("kafka");
      // The outage itself is the subject: it lasts until a minute's worth of messages went on
      // without Kafka.
      int before = conversation.answered();
      await().pollDelay(Duration.ofSeconds(60)).atMost(Duration.ofSeconds(90)).until(() -> true);
      assertThat(conversation.answered()).isGreaterThan(before);
      Operator.start("kafka");
      int accepted = conversation.finish();
      assertEveryMessageCounted(ana, accepted);
    }
  }

  @Test
  void redisStoppedForAWhile() {
    Person ana = Person.signedUp();
    try (Conversation conversation = Conversation.start(ana)) {
      conversation.awaitAnswered(3);
      Operator.stop("redis");
      conversation.awaitAnswered(conversation.answered() + 2);
      Operator.start("redis");
      conversation.awaitAnswered(conversation.answered() + 2);
      assertEveryMessageCounted(ana, conversation.finish());
    }
  }

  /**
   * One task a message, and one {@code message-answered} fact a message in analytics, by way of
   * Kafka.
   */
  private static void assertEveryMessageCounted(Person person, int messages) {
    assertThat(Conversation.taskTitles(person))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, messages).mapToObj(i -> "errand number " + i).toList());
    String today = LocalDate.now(ZoneId.of(Person.ZONE)).toString();
    String usage = "analytics/usage?from=" + today + "&to=" + today + "&granularity=DAY";
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> {
          var answer = person.get(usage);
          if (answer.status() == 401) {
            person.refresh();
          }
          long answered = 0;
          for (var fact : answer.expect(200).json().path("activity")) {
            if (fact.path("type").asString().contains("message-answered")) {
              answered += fact.path("count").asLong();
            }
          }
          assertThat(answered).isEqualTo(messages);
        });
  }
}
