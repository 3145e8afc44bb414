package app.tdah.defaults.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Exports and erases by a list of tables, parents before children. */
public final class PersonalTables {

  private static final int PAGE = 500;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;
  private final List<PersonalTable> tables;

  /** A table may stand there twice, with conditions that complete each other. */
  public PersonalTables(JdbcClient jdbc, FieldCipher cipher, PersonalTable... tables) {
    this.jdbc = jdbc;
    this.cipher = cipher;
    this.tables = List.of(tables);
  }

  /** The rows by table. They are read, a page at a time, when they are iterated over. */
  public Map<String, Object> export(UUID userId) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (PersonalTable table : tables) {
      if (table.exported()) {
        Iterable<Map<String, @Nullable Object>> rows = () -> new Rows(read(table, userId));
        all.put(ExportedRow.camelCase(table.name()), rows);
      }
    }
    return all;
  }

  /** Deletes the rows, children first. */
  public void erase(UUID userId) {
    for (PersonalTable table : tables.reversed()) {
      jdbc.sql("delete from " + table.name() + " where " + table.owner())
          .param("user", userId)
          .update();
    }
  }

  private Stream<Map<String, @Nullable Object>> read(PersonalTable table, UUID userId) {
    String sql =
        "select * from " + table.name() + " where " + String.join(" and ", table.conditions());
    return jdbc
        .sql(sql)
        .withFetchSize(PAGE)
        .param("user", userId)
        .query(new ExportedRow(table, cipher))
        .stream();
  }

  /** Closes its cursor at the end. */
  private static final class Rows implements Iterator<Map<String, @Nullable Object>> {

    private final Stream<Map<String, @Nullable Object>> source;
    private final Iterator<Map<String, @Nullable Object>> rows;

    Rows(Stream<Map<String, @Nullable Object>> source) {
      this.source = source;
      this.rows = source.iterator();
    }

    @Override
    public boolean hasNext() {
      boolean more = rows.hasNext();
      if (!more) {
        source.close();
      }
      return more;
    }

    @Override
    public Map<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return rows.next();
    }
  }
}
