package app.tdah.user.profile;

import app.tdah.defaults.crypto.EncryptedStringConverter;
import app.tdah.defaults.crypto.FieldCipher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks users up by their address, which is stored encrypted, by way of its keyed hash. */
@Component
public class EmailAddresses {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final EncryptedStringConverter converter;

  EmailAddresses(JdbcClient jdbc, FieldCipher cipher, EncryptedStringConverter converter) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.converter = converter;
  }

  /** Under which an address is found, whatever its case. */
  public String indexOf(String email) {
    return cipher.blindIndex("email " + email.strip().toLowerCase(Locale.ROOT));
  }

  /** Who has proved to hold this address. */
  public Optional<UUID> verifiedOwner(String email) {
    return jdbc
        .sql("select id from profiles where email_index = ? and email_verified")
        .param(indexOf(email))
        .query(UUID.class)
        .stream()
        .findFirst();
  }

  /** Profiles from before there was an index get theirs. Doing it twice does no harm. */
  @EventListener(ApplicationReadyEvent.class)
  void fillIn() {
    List<Unindexed> rows;
    do {
      rows =
          jdbc.sql("select id, email from profiles where email_index is null limit " + BATCH)
              .query((row, number) ->
                  new Unindexed(row.getObject("id", UUID.class), row.getString("email")))
              .list();
      for (Unindexed row : rows) {
        String email = converter.convertToEntityAttribute(row.email());
        jdbc.sql("update profiles set email_index = ? where id = ? and email_index is null")
            .params(email == null ? "" : indexOf(email), row.id())
            .update();
      }
    } while (rows.size() == BATCH);
  }

  private record Unindexed(UUID id, String email) {}
}
