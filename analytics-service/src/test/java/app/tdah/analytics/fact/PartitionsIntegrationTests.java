package app.tdah.analytics.fact;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.analytics.IntegrationTest;
import app.tdah.analytics.Race;
import app.tdah.defaults.ids.Ids;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PartitionsIntegrationTests extends IntegrationTest {

  @Autowired private Partitions partitions;
  @Autowired private Facts facts;

  @Test
  void thisMonthAndTheNextOnesAreThere() {
    partitions.prepare();

    YearMonth now = YearMonth.now(ZoneOffset.UTC);
    assertThat(names())
        .contains(
            table(now),
            table(now.plusMonths(1)),
            table(now.plusMonths(2)),
            table(now.plusMonths(3)));
  }

  @Test
  void factsOfAMonthWithoutPartitionAreKeptAndMoved() {
    UUID user = Ids.next();
    Instant then = Instant.parse("2024-02-29T23:59:59.999Z");
    facts.add(new Fact(Ids.next(), then, user, "some.type", null));
    facts.add(new Fact(Ids.next(), then.plusMillis(1), user, "some.type", null));
    assertThat(partitionsOf(user)).containsExactly("event_facts_default");

    partitions.prepare();

    assertThat(partitionsOf(user))
        .containsExactlyInAnyOrder("event_facts_2024_02", "event_facts_2024_03");
    assertThat(factsOf(user)).isEqualTo(2);
  }

  @Test
  void factsOfImpossibleTimesMakeNoPartitions() {
    UUID user = Ids.next();
    facts.add(new Fact(Ids.next(), Instant.parse("1970-01-01T00:00:00Z"), user, "some.type", null));
    facts.add(new Fact(Ids.next(), Instant.parse("2999-01-01T00:00:00Z"), user, "some.type", null));

    partitions.prepare();

    assertThat(partitionsOf(user)).containsExactly("event_facts_default");
  }

  @Test
  void manyReplicasMayDoItAtOnceWhileFactsCome() throws InterruptedException {
    UUID user = Ids.next();
    Instant then = Instant.parse("2023-07-15T00:00:00Z");

    Race.of(
        24,
        () -> {
          facts.add(new Fact(Ids.next(), then, user, "some.type", null));
          partitions.prepare();
          return true;
        });
    partitions.prepare();

    assertThat(factsOf(user)).isEqualTo(24);
    assertThat(partitionsOf(user)).containsExactly("event_facts_2023_07");
  }

  private List<String> names() {
    return jdbc.sql(
            "select inhrelid::regclass::text from pg_inherits"
                + " where inhparent = 'event_facts'::regclass")
        .query(String.class)
        .list();
  }

  private List<String> partitionsOf(UUID user) {
    return jdbc.sql("select distinct tableoid::regclass::text from event_facts where user_id = ?")
        .param(user)
        .query(String.class)
        .list();
  }

  private static String table(YearMonth month) {
    return "event_facts_%d_%02d".formatted(month.getYear(), month.getMonthValue());
  }
}
