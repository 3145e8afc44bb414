package app.tdah.devstack.testing;

import app.tdah.devstack.testing.UserRows.Link;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as the catalogue describes it.
 *
 * @param references what columns refer to, by foreign keys of one column
 */
record SchemaTable(
    String name, Map<String, Column> columns, List<String> key, Map<String, Link> references) {

  /** Such as {@code CHECK ((status = ANY (ARRAY['OPEN'::text, 'DONE'::text])))}. */
  private static final Pattern ONE_OF =
      Pattern.compile("\\(?(\\w+)\\)?(?:::text)? = ANY \\(+ARRAY\\['([^']*)'");

  static Map<String, SchemaTable> readAll(Connection connection) throws SQLException {
    Map<String, SchemaTable> tables = new TreeMap<>();
    query(
        connection,
        "select relname, '', '' from pg_class where relnamespace = current_schema()::regnamespace"
            + " and relkind in ('r', 'p') and not relispartition",
        (table, second, third) ->
            tables.put(
                table,
                new SchemaTable(
                    table, new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>())));
    query(
        connection,
        """
        select table_name, column_name,
               udt_name || case when column_default is not null or is_identity = 'YES'
                                  or is_generated = 'ALWAYS' then ' made' else '' end
          from information_schema.columns
         where table_schema = current_schema() order by table_name, ordinal_position
        """,
        (table, column, type) -> {
          SchemaTable of = tables.get(table);
          if (of != null) {
            of.columns().put(column, new Column(column, type.split(" ")[0], type, null));
          }
        });
    query(
        connection,
        """
        select c.relname, a.attname, '' from pg_constraint k join pg_class c on c.oid = k.conrelid
          join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
         where k.contype = 'p' and c.relnamespace = current_schema()::regnamespace
        """,
        (table, column, none) -> {
          SchemaTable of = tables.get(table);
          if (of != null) {
            of.key().add(column);
          }
        });
    query(
        connection,
        """
        select c.relname, a.attname, p.relname || '.' || b.attname
          from pg_constraint k join pg_class c on c.oid = k.conrelid
          join pg_class p on p.oid = k.confrelid
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
          join pg_attribute b on b.attrelid = p.oid and b.attnum = k.confkey[1]
         where k.contype = 'f' and cardinality(k.conkey) = 1
           and c.relnamespace = current_schema()::regnamespace
        """,
        (table, column, target) -> {
          SchemaTable of = tables.get(table);
          String[] parts = target.split("\\.");
          if (of != null) {
            of.references().put(column, new Link(parts[0], parts[1]));
          }
        });
    query(
        connection,
        """
        select c.relname, pg_get_constraintdef(k.oid), ''
          from pg_constraint k join pg_class c on c.oid = k.conrelid
         where k.contype = 'c' and c.relnamespace = current_schema()::regnamespace
        """,
        (table, check, none) -> {
          SchemaTable of = tables.get(table);
          Matcher oneOf = ONE_OF.matcher(check);
          if (of != null && oneOf.find()) {
            of.columns().computeIfPresent(oneOf.group(1), (n, c) -> c.always(oneOf.group(2)));
          }
        });
    return tables;
  }

  Map<String, String> insert(Connection connection, Map<String, String> row) throws SQLException {
    String names = row.keySet().stream().collect(Collectors.joining("\", \"", "\"", "\""));
    String marks =
        row.keySet().stream()
            .map(column -> "cast(? as " + type(column) + ")")
            .collect(Collectors.joining(", "));
    String all =
        columns.keySet().stream()
            .map(column -> "\"" + column + "\"::text")
            .collect(Collectors.joining(", "));
    String sql =
        "insert into \"%s\" (%s) values (%s) returning %s".formatted(name, names, marks, all);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int i = 0;
      for (String value : row.values()) {
        insert.setString(++i, value);
      }
      try (ResultSet result = insert.executeQuery()) {
        result.next();
        Map<String, String> inserted = new LinkedHashMap<>();
        int index = 0;
        for (String column : columns.keySet()) {
          String value = result.getString(++index);
          if (value != null) {
            inserted.put(column, value);
          }
        }
        return inserted;
      }
    }
  }

  boolean contains(Connection connection, Map<String, String> row) throws SQLException {
    List<String> by = key.isEmpty() ? List.copyOf(row.keySet()) : key;
    String condition =
        by.stream()
            .map(column -> "\"" + column + "\"::text = ?")
            .collect(Collectors.joining(" and "));
    try (PreparedStatement find =
        connection.prepareStatement("select 1 from \"" + name + "\" where " + condition)) {
      for (int i = 0; i < by.size(); i++) {
        find.setString(i + 1, row.get(by.get(i)));
      }
      try (ResultSet result = find.executeQuery()) {
        return result.next();
      }
    }
  }

  private String type(String column) {
    Column found = columns.get(column);
    if (found == null) {
      throw new IllegalArgumentException("no column " + name + "." + column);
    }
    return found.type().startsWith("_") ? found.type().substring(1) + "[]" : found.type();
  }

  private static void query(Connection connection, String sql, Row row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        row.take(result.getString(1), result.getString(2), result.getString(3));
      }
    }
  }

  private interface Row {
    void take(String first, String second, String third);
  }

  /**
   * A column.
   *
   * @param declared the type, and whether the database makes the value
   * @param only a value that its check allows
   */
  record Column(String name, String type, String declared, @Nullable String only) {

    Column always(String value) {
      return new Column(name, type, declared, value);
    }

    /** A value of that type, tomorrow for times; null when the database makes one. */
    @Nullable String sample() {
      if (declared.endsWith(" made")) {
        return null;
      }
      if (only != null) {
        return only;
      }
      Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
      return switch (type) {
        case "uuid" -> UUID.randomUUID().toString();
        case "bool" -> "true";
        case "int2", "int4", "int8", "numeric", "float8" -> "1";
        case "timestamptz" -> tomorrow.toString();
        case "timestamp" -> tomorrow.atZone(ZoneOffset.UTC).toLocalDateTime().toString();
        case "date" -> LocalDate.ofInstant(tomorrow, ZoneOffset.UTC).toString();
        case "time" -> "10:00";
        case "bytea" -> "\\x00";
        case "json", "jsonb" -> "{}";
        case "inet" -> "192.0.2.1";
        default ->
            type.startsWith("_") ? "{}" : "seed-" + UUID.randomUUID().toString().substring(0, 8);
      };
    }
  }
}
