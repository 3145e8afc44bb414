package app.tdah.chat.budget;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.EmbeddedServers;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EmbeddedServers
@SpringBootTest(
    properties = {
      "assistant.chat.budget.user-day=100000",
      "assistant.chat.budget.user-month=150000"
    })
class BudgetIntegrationTests {

  @Autowired private Budget budget;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcClient jdbc;

  private final UUID user = Ids.next();

  @Test
  void aThousandAtOnceNeverPassTheLimit() throws InterruptedException {
    AtomicInteger granted = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 1000; i++) {
        threads.execute(() -> {
          awaited(start);
          if (budget.reserve(user, Ids.next(), 300)) {
            granted.incrementAndGet();
          }
        });
      }
      start.countDown();
    }
    assertThat(granted).hasValue(333);
    assertThat(budget.of(user).day().reservedMicros()).isEqualTo(99_900);
    assertThat(budget.of(user).month().reservedMicros()).isEqualTo(99_900);
  }

  @Test
  void whatAnAnswerCostTakesThePlaceOfWhatItReserved() {
    UUID turn = Ids.next();
    assertThat(budget.reserve(user, turn, 40_000)).isTrue();
    assertThat(budget.reserve(user, turn, 40_000)).isTrue();
    assertThat(budget.reserve(user, Ids.next(), 40_000)).isFalse();
    settle(turn, 12_345);
    BudgetView after = budget.of(user);
    assertThat(after.day().spentMicros()).isEqualTo(12_345);
    assertThat(after.day().reservedMicros()).isZero();
    assertThat(after.month().spentMicros()).isEqualTo(12_345);
    assertThat(budget.reserve(user, Ids.next(), 80_000)).isTrue();
  }

  @Test
  void aRefusalReservesNothingAnywhere() {
    budget.limit(user, new Limits(null, 10L));
    assertThat(budget.reserve(user, Ids.next(), 11)).isFalse();
    assertThat(budget.of(user).day().reservedMicros()).isZero();
    assertThat(budget.of(user).month().limitMicros()).isEqualTo(10);
    assertThat(budget.of(user).day().limitMicros()).isEqualTo(100_000);
  }

  @Test
  void theUserIsWarnedOnceAtEightyPercent() {
    settle(Ids.next(), 79_999);
    assertThat(budget.of(user).warning()).isFalse();
    settle(Ids.next(), 1);
    assertThat(budget.of(user).warning()).isTrue();
    settle(Ids.next(), 20_000);
    assertThat(budget.of(user).exhausted()).isTrue();
    assertThat(
            jdbc.sql("select count(*) from spending where user_id = ? and warned")
                .param(user)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatNobodyAnswersAnyMoreIsGivenBack() {
    UUID turn = Ids.next();
    budget.reserve(user, turn, 500);
    budget.releaseAbandoned();
    assertThat(budget.of(user).day().reservedMicros()).isEqualTo(500);
    jdbc.sql(
            "update reservations set created_at = created_at - interval '2 hours' where turn_id = ?")
        .param(turn)
        .update();
    budget.releaseAbandoned();
    assertThat(budget.of(user).day().reservedMicros()).isZero();
  }

  private void settle(UUID turn, long micros) {
    transactions.executeWithoutResult(status -> budget.settle(user, turn, micros));
  }

  private static void awaited(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
