package app.tdah.sms.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SmsSender} does; run on each adapter. */
public abstract class SmsSenderContract {

  private static final Instant BEGINNING = Instant.now().minus(Duration.ofMinutes(1));

  /** The adapter, with a pool of at least one number. */
  protected abstract SmsSender sender();

  /** Makes the next call be refused with "too many requests", try again in so many seconds. */
  protected abstract void throttleOnce(int seconds);

  /** Makes the next call end with a server error. */
  protected abstract void breakOnce();

  /** An adapter whose carrier does not listen. */
  protected abstract SmsSender unreachable();

  @Test
  void handsOver() {
    SendResult result = sender().send(sms("+15555550101", "hello"));
    assertThat(result).isInstanceOf(SendResult.Accepted.class);
    SendResult.Accepted accepted = (SendResult.Accepted) result;
    assertThat(accepted.sid()).isNotBlank();
    assertThat(accepted.status()).isEqualTo("queued");
  }

  @Test
  void rejectsWhatCanNeverBeSent() {
    assertThat(sender().send(sms("not-a-number", "hello"))).isInstanceOf(SendResult.Rejected.class);
  }

  @Test
  void saysHowLongToWait() {
    throttleOnce(7);
    assertThat(sender().send(sms("+15555550102", "hello")))
        .isEqualTo(new SendResult.NotSent("429", Duration.ofSeconds(7)));
  }

  @Test
  void doesNotClaimToKnowAfterAServerError() {
    breakOnce();
    assertThat(sender().send(sms("+15555550103", "hello"))).isInstanceOf(SendResult.Unclear.class);
  }

  @Test
  void knowsThatNothingWasSentWithoutAConnection() {
    assertThat(unreachable().send(sms("+15555550104", "hello")))
        .isInstanceOf(SendResult.NotSent.class);
    assertThat(unreachable().taken(sms("+15555550104", "hello"), BEGINNING)).isEmpty();
  }

  @Test
  void findsWhatItHasTaken() {
    OutgoingSms sms = sms("+15555550105", "find me");
    assertThat(sender().taken(sms, BEGINNING)).contains(List.of());
    SendResult.Accepted accepted = (SendResult.Accepted) sender().send(sms);
    sender().send(new OutgoingSms(UUID.randomUUID(), sms.from(), sms.to(), "another text"));
    assertThat(sender().taken(sms, BEGINNING).orElseThrow())
        .extracting(SendResult.Accepted::sid)
        .containsExactly(accepted.sid());
    assertThat(sender().taken(sms, Instant.now().plus(Duration.ofMinutes(5)))).contains(List.of());
  }

  private OutgoingSms sms(String to, String body) {
    return new OutgoingSms(UUID.randomUUID(), sender().numbers().getFirst(), to, body);
  }
}
