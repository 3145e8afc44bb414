package app.tdah.defaults.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.crypto.UndecipherableField;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.RowMapper;

/** A row as people read it: camelCase names, values in clear. */
final class ExportedRow implements RowMapper<Map<String, @Nullable Object>> {

  private static final String UNREADABLE = "[unreadable]";

  private final PersonalTable table;
  private final FieldCipher cipher;

  ExportedRow(PersonalTable table, FieldCipher cipher) {
    this.table = table;
    this.cipher = cipher;
  }

  @Override
  public Map<String, @Nullable Object> mapRow(ResultSet row, int number) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String column = columns.getColumnName(i);
      if (!table.hidden().contains(column)) {
        shown.put(camelCase(column), value(row, i, column));
      }
    }
    return shown;
  }

  private @Nullable Object value(ResultSet row, int index, String column) throws SQLException {
    Function<Map<String, String>, String> context = table.encrypted().get(column);
    if (context != null) {
      String ciphertext = row.getString(index);
      return ciphertext == null ? null : decrypt(ciphertext, context.apply(texts(row)));
    }
    return switch (row.getMetaData().getColumnTypeName(index)) {
      case "timestamptz" -> {
        OffsetDateTime at = row.getObject(index, OffsetDateTime.class);
        yield at == null ? null : at.toInstant();
      }
      case "timestamp" -> row.getObject(index, LocalDateTime.class);
      case "date" -> row.getObject(index, LocalDate.class);
      case "time" -> row.getObject(index, LocalTime.class);
      default -> plain(row.getObject(index));
    };
  }

  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    return switch (value) {
      case java.sql.Array array -> Arrays.asList((Object[]) array.getArray());
      case PGobject other -> other.getValue();
      case null, default -> value;
    };
  }

  private String decrypt(String ciphertext, String context) {
    try {
      return cipher.decrypt(ciphertext, context);
    } catch (UndecipherableField e) {
      return UNREADABLE;
    }
  }

  private static Map<String, String> texts(ResultSet row) throws SQLException {
    Map<String, String> texts = new HashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      texts.put(
          row.getMetaData().getColumnName(i), Objects.requireNonNullElse(row.getString(i), ""));
    }
    return texts;
  }

  static String camelCase(String name) {
    StringBuilder result = new StringBuilder(name.length());
    for (String word : name.split("_", -1)) {
      result.append(
          result.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return result.toString();
  }
}
