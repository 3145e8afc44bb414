package app.tdah.sms.phone;

import app.tdah.defaults.crypto.FieldCipher;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Verified numbers: encrypted, found by a keyed hash. A number belongs to who verified it last. */
@Repository
public class VerifiedPhones {

  private static final String CONTEXT = "verified-phone";

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  VerifiedPhones(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** The user whose verified number it is. */
  public Optional<UUID> owner(String number) {
    return jdbc.sql(
            """
            select user_id from verified_phones where number_index = ?
            order by verified_at desc limit 1
            """)
        .param(cipher.blindIndex(number))
        .query(UUID.class)
        .optional();
  }

  /** The number to text a user at: the primary one, else the one verified last. */
  public Optional<String> numberOf(UUID userId) {
    return jdbc.sql(
            """
            select number from verified_phones where user_id = ?
            order by is_primary desc, verified_at desc limit 1
            """)
        .param(userId)
        .query(String.class)
        .optional()
        .map(number -> cipher.decrypt(number, CONTEXT));
  }

  void verified(UUID phoneNumberId, UUID userId, String number, boolean primary, Instant at) {
    if (primary) {
      jdbc.sql("update verified_phones set is_primary = false where user_id = ?")
          .param(userId)
          .update();
    }
    jdbc.sql(
            """
            insert into verified_phones values (?, ?, ?, ?, ?, ?)
            on conflict (phone_number_id) do update
              set is_primary = excluded.is_primary, number = excluded.number,
                  number_index = excluded.number_index
            """)
        .params(
            phoneNumberId,
            userId,
            cipher.blindIndex(number),
            cipher.encrypt(number, CONTEXT),
            primary,
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void removed(UUID phoneNumberId) {
    jdbc.sql("delete from verified_phones where phone_number_id = ?").param(phoneNumberId).update();
  }
}
