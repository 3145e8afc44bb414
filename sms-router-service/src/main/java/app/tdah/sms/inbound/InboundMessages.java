package app.tdah.sms.inbound;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.ids.Ids;
import app.tdah.sms.inbound.ReceiveMessage.Sms;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inbound_messages table; numbers and text are encrypted under the row's id. */
@Repository
class InboundMessages {

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  InboundMessages(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** Stores the message; false when its sid was stored before. */
  boolean claim(Sms sms, @Nullable UUID userId, Instant now) {
    UUID id = Ids.next();
    String context = id.toString();
    return jdbc.sql(
                """
                insert into inbound_messages (id, message_sid, user_id, sender_index, sender, recipient,
                                              body, segments, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (message_sid) do nothing
                """)
            .param(id)
            .param(sms.messageSid())
            .param(userId)
            .param(cipher.blindIndex(sms.from()))
            .param(cipher.encrypt(sms.from(), context))
            .param(sms.to())
            .param(cipher.encrypt(sms.body(), context))
            .param(sms.segments())
            .param(now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
