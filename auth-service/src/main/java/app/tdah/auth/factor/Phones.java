package app.tdah.auth.factor;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers that users proved to be theirs, as user-service tells. */
@Repository
class Phones {

  private static final String CONTEXT = "phone";
  private static final int SHOWN = 2;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  Phones(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** The number for codes, the primary one first. */
  Optional<String> numberOf(UUID accountId) {
    return jdbc.sql(
            "select number from verified_phones where account_id = ? order by is_primary desc, id"
                + " limit 1")
        .param(accountId)
        .query(String.class)
        .optional()
        .map(number -> cipher.decrypt(number, CONTEXT));
  }

  List<Phone> of(UUID accountId) {
    return jdbc.sql(
            "select id, number from verified_phones where account_id = ? order by is_primary desc,"
                + " id")
        .param(accountId)
        .query((row, number) ->
            new Phone(
                row.getObject("id", UUID.class),
                masked(cipher.decrypt(row.getString("number"), CONTEXT))))
        .list();
  }

  /** Such as {@code ••• 34}. */
  static String masked(String number) {
    return "••• " + number.substring(Math.max(0, number.length() - SHOWN));
  }

  void put(PhoneVerified verified) {
    if (verified.primary()) {
      jdbc.sql("update verified_phones set is_primary = false where account_id = ?")
          .param(verified.userId())
          .update();
    }
    jdbc.sql(
            """
            insert into verified_phones (id, account_id, number, is_primary) values (?, ?, ?, ?)
            on conflict (id) do update set is_primary = excluded.is_primary
            """)
        .param(verified.phoneNumberId())
        .param(verified.userId())
        .param(cipher.encrypt(cipher.open(verified.number()), CONTEXT))
        .param(verified.primary())
        .update();
  }

  void remove(PhoneRemoved removed) {
    jdbc.sql("delete from verified_phones where id = ? and account_id = ?")
        .param(removed.phoneNumberId())
        .param(removed.userId())
        .update();
  }

  /** A verified number, masked. */
  record Phone(UUID id, String masked) {}
}
