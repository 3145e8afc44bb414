package app.tdah.devstack.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Puts a row of one user into every table of a schema, and tells what is left of it. The tables are
 * read from the database: one that is neither a user's by a column or a foreign key, nor declared
 * here, is {@link #unexplained}, so that a test notices a new one.
 */
public final class UserRows {

  private static final Set<String> USER_COLUMNS =
      Set.of("user_id", "account_id", "owner_id", "subject_id", "person_id");

  /** Events leave the outbox at once; the others hold nothing about anybody. */
  private static final Set<String> OF_EVERY_SERVICE =
      Set.of("outbox", "inbox", "erased_users", "flyway_schema_history");

  private final DataSource source;
  private final Map<String, SchemaTable> tables;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Link> links = new HashMap<>();
  private final Map<String, Function<Map<String, String>, String>> values = new HashMap<>();
  private final Set<String> unrelated = new TreeSet<>(OF_EVERY_SERVICE);

  /** Reads the schema of the connections. */
  public UserRows(DataSource source) throws SQLException {
    this.source = source;
    try (Connection connection = source.getConnection()) {
      this.tables = SchemaTable.readAll(connection);
    }
  }

  /** A column that is the user's id, though not by its name. */
  public UserRows owner(String table, String column) {
    owners.put(table, column);
    return this;
  }

  /** A column that refers to another table's, without a foreign key. */
  public UserRows link(String table, String column, String parent, String parentColumn) {
    links.put(table + "." + column, new Link(parent, parentColumn));
    return this;
  }

  /** What to put into {@code table.column}, by the row's other values. */
  public UserRows value(String column, Function<Map<String, String>, String> value) {
    values.put(column, value);
    return this;
  }

  /** Tables that hold nothing about users. */
  public UserRows unrelated(String... names) {
    unrelated.addAll(List.of(names));
    return this;
  }

  /** Tables of which nobody has said whose rows they hold. */
  public List<String> unexplained() {
    return tables.keySet().stream()
        .filter(table -> !unrelated.contains(table) && !related(table))
        .toList();
  }

  /** The tables that get a row. */
  public Collection<String> covered() {
    return tables.keySet().stream()
        .filter(table -> !unrelated.contains(table) && related(table))
        .toList();
  }

  /** Inserts one row per table. */
  public Seeded seed(UUID userId) throws SQLException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      for (String table : covered()) {
        seed(connection, tables.get(table), userId, rows);
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return new Seeded(userId, rows);
  }

  private boolean related(String name) {
    SchemaTable table = tables.get(name);
    return table != null
        && (owners.containsKey(name)
            || table.columns().keySet().stream()
                .anyMatch(column ->
                    USER_COLUMNS.contains(column)
                        || links.containsKey(name + "." + column)
                        || (parent(table, column) instanceof Link up
                            && !up.table().equals(name)
                            && related(up.table()))));
  }

  private @Nullable Link parent(SchemaTable table, String column) {
    Link declared = links.get(table.name() + "." + column);
    return declared == null ? table.references().get(column) : declared;
  }

  private Map<String, String> seed(
      Connection connection,
      @Nullable SchemaTable table,
      UUID user,
      Map<String, Map<String, String>> rows)
      throws SQLException {
    if (table == null) {
      throw new IllegalArgumentException("a link to a table that is not there");
    }
    Map<String, String> done = rows.get(table.name());
    if (done != null) {
      return done;
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (SchemaTable.Column column : table.columns().values()) {
      String value = value(connection, table, column, user, rows);
      if (value != null) {
        row.put(column.name(), value);
      }
    }
    for (String column : table.columns().keySet()) {
      Function<Map<String, String>, String> given = values.get(table.name() + "." + column);
      if (given != null) {
        row.put(column, given.apply(row));
      }
    }
    Map<String, String> inserted = table.insert(connection, row);
    rows.put(table.name(), inserted);
    return inserted;
  }

  private @Nullable String value(
      Connection connection,
      SchemaTable table,
      SchemaTable.Column column,
      UUID user,
      Map<String, Map<String, String>> rows)
      throws SQLException {
    String name = column.name();
    if (name.equals(owners.get(table.name())) || USER_COLUMNS.contains(name)) {
      Link up = parent(table, name);
      if (up != null && !up.table().equals(table.name())) {
        seed(connection, tables.get(up.table()), user, rows);
      }
      return user.toString();
    }
    Link up = parent(table, name);
    if (up != null) {
      return up.table().equals(table.name()) || unrelated.contains(up.table())
          ? null
          : seed(connection, tables.get(up.table()), user, rows).get(up.column());
    }
    return column.sample();
  }

  record Link(String table, String column) {}

  /** The rows of one user. */
  public final class Seeded {

    private final UUID userId;
    private final Map<String, Map<String, String>> rows;

    private Seeded(UUID userId, Map<String, Map<String, String>> rows) {
      this.userId = userId;
      this.rows = rows;
    }

    /** The tables whose row is still there. */
    public Set<String> left() throws SQLException {
      Set<String> left = new TreeSet<>();
      try (Connection connection = source.getConnection()) {
        for (Map.Entry<String, Map<String, String>> row : rows.entrySet()) {
          SchemaTable table = tables.get(row.getKey());
          if (table != null && table.contains(connection, row.getValue())) {
            left.add(row.getKey());
          }
        }
      }
      return left;
    }

    /** How many rows of each table name the user in any column; the outbox left out. */
    public Map<String, Integer> mentions() throws SQLException {
      Map<String, Integer> found = new TreeMap<>();
      try (Connection connection = source.getConnection()) {
        for (String table : tables.keySet()) {
          int count = table.equals("outbox") ? 0 : mentions(connection, table);
          if (count > 0) {
            found.put(table, count);
          }
        }
      }
      return found;
    }

    private int mentions(Connection connection, String table) throws SQLException {
      try (PreparedStatement count =
          connection.prepareStatement(
              "select count(*) from \"" + table + "\" t where t::text like ?")) {
        count.setString(1, "%" + userId + "%");
        try (ResultSet result = count.executeQuery()) {
          result.next();
          return result.getInt(1);
        }
      }
    }

    @Override
    public String toString() {
      return rows.keySet().stream().collect(Collectors.joining(", ", "rows in ", ""));
    }
  }
}
