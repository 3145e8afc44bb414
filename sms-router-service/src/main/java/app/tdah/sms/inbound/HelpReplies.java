package app.tdah.sms.inbound;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import app.tdah.sms.inbound.ReceiveMessage.Sms;
import app.tdah.sms.outbound.Purpose;
import app.tdah.sms.outbound.SendMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a stranger what this number is: at most once a day, and never anybody's data. */
@Component
class HelpReplies {

  private static final Duration PAUSE = Duration.ofDays(1);

  /** Short codes and names cannot be answered, and would let two machines talk for ever. */
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final SendMessage sendMessage;
  private final String text;

  HelpReplies(
      JdbcClient jdbc,
      FieldCipher cipher,
      SendMessage sendMessage,
      @Value("${assistant.public-url}") String publicUrl) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.sendMessage = sendMessage;
    this.text =
        "Hi! This is Personal Assistant. I don't know this number yet. Add it in the app to text"
            + " with me: "
            + publicUrl;
  }

  void replyTo(Sms sms, Instant now) {
    if (E164.matcher(sms.from()).matches() && mayReply(sms.from(), now)) {
      sendMessage.queue(
          new SendMessage.Request(Ids.next(), null, Purpose.HELP, sms.from(), sms.to(), text));
    }
  }

  private boolean mayReply(String number, Instant now) {
    return jdbc.sql(
                """
                insert into help_replies values (:index, :now)
                on conflict (sender_index) do update set replied_at = :now
                  where help_replies.replied_at <= :before
                """)
            .param("index", cipher.blindIndex(number))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("before", now.minus(PAUSE).atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
