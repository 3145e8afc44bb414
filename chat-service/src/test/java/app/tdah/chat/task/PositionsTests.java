package app.tdah.chat.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionsTests {

  @Test
  void thereIsAlwaysRoomBetweenTwo() {
    List<String> order = new ArrayList<>(List.of(Positions.last(), Positions.last()));
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      int at = random.nextInt(order.size() + 1);
      order.add(
          at,
          Positions.between(
              at == 0 ? "" : order.get(at - 1), at == order.size() ? null : order.get(at)));
    }
    assertThat(order).isSorted().doesNotHaveDuplicates();
    assertThat(order).noneMatch(place -> place.endsWith("0"));
  }

  @Test
  void theSamePlaceCanBeHalvedAgainAndAgain() {
    String low = "7";
    String high = "8";
    for (int i = 0; i < 500; i++) {
      String middle = Positions.between(low, high);
      assertThat(middle).isGreaterThan(low).isLessThan(high);
      high = i % 2 == 0 ? middle : high;
      low = i % 2 == 0 ? low : middle;
    }
  }

  @Test
  void newOnesComeLast() {
    String first = Positions.last();
    assertThat(Positions.last()).isGreaterThan(first);
  }
}
