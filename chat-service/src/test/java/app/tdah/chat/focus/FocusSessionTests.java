package app.tdah.chat.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FocusSessionTests {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void aPauseMovesTheEndAndIsNoWork() {
    FocusSession session = session(FocusMode.POMODORO, 25);
    session.pause(after(10));
    session.resume(after(30));
    assertThat(session.endsAt()).isEqualTo(after(45));
    session.end(after(50));
    assertThat(session.status()).isEqualTo(FocusStatus.COMPLETED);
    assertThat(session.endedAt()).isEqualTo(after(45));
    assertThat(session.actualMinutes()).isEqualTo(25);
  }

  @Test
  void stoppedInAPauseItHasEndedWithThePause() {
    FocusSession session = session(FocusMode.COUNTDOWN, 60);
    session.pause(after(20));
    session.end(after(500));
    assertThat(session.status()).isEqualTo(FocusStatus.STOPPED);
    assertThat(session.actualMinutes()).isEqualTo(20);
  }

  @Test
  void flowHasNoEnd() {
    FocusSession session = session(FocusMode.FLOW, 90);
    assertThat(session.endsAt()).isNull();
    assertThat(session.middle()).isEqualTo(after(90));
    session.end(after(200));
    assertThat(session.status()).isEqualTo(FocusStatus.STOPPED);
    assertThat(session.actualMinutes()).isEqualTo(200);
  }

  @Test
  void whatIsOverStaysOver() {
    FocusSession session = session(FocusMode.POMODORO, 25);
    session.extend(5);
    assertThat(session.endsAt()).isEqualTo(after(30));
    session.end(after(12));
    assertThatThrownBy(() -> session.extend(5)).isInstanceOf(FocusConflict.class);
    assertThatThrownBy(() -> session.resume(START)).isInstanceOf(FocusConflict.class);
  }

  private static FocusSession session(FocusMode mode, int minutes) {
    return new FocusSession(
        new UUID(0, 1), new UUID(0, 2), new FocusPlan(null, mode, minutes, CheckInBy.PUSH), START);
  }

  private static Instant after(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }
}
