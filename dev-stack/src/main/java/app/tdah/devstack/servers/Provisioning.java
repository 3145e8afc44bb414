package app.tdah.devstack.servers;

import app.tdah.devstack.process.CannotStart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The database {@code assistant}: one schema and one role per service. A role sees its own schema
 * and nothing else. Repeatable; passwords are set to the given ones each time.
 */
public final class Provisioning {

  /** The database's name. */
  public static final String DATABASE = "assistant";

  private final PostgresServer server;

  public Provisioning(PostgresServer server) {
    this.server = server;
  }

  /** Makes what is missing; the passwords must be letters and digits. */
  public void apply(Map<Schema, String> passwords) {
    try {
      createDatabase();
      try (Connection connection = server.connect(DATABASE);
          Statement statement = connection.createStatement()) {
        statement.execute("revoke all on database " + DATABASE + " from public");
        statement.execute("revoke all on schema public from public");
        for (Map.Entry<Schema, String> entry : passwords.entrySet()) {
          createSchema(connection, entry.getKey(), entry.getValue());
        }
      }
    } catch (SQLException e) {
      throw new CannotStart("The database could not be set up: " + e.getMessage(), e);
    }
  }

  private void createDatabase() throws SQLException {
    try (Connection connection = server.connect(PostgresServer.SUPERUSER);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
        statement.execute("create database " + DATABASE);
      }
      statement.execute("revoke all on database postgres from public");
      statement.execute("revoke all on database template1 from public");
    }
  }

  private static void createSchema(Connection connection, Schema schema, String password)
      throws SQLException {
    if (!password.matches("[A-Za-z0-9]+")) {
      throw new IllegalArgumentException("letters and digits only");
    }
    String role = schema.role();
    try (Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
        statement.execute("create role " + role);
      }
      statement.execute(
          "alter role %s login nosuperuser nocreatedb nocreaterole password '%s'"
              .formatted(role, password));
      statement.execute("alter role %s set search_path = %s".formatted(role, schema.sqlName()));
      statement.execute("grant connect on database %s to %s".formatted(DATABASE, role));
      statement.execute(
          "create schema if not exists %s authorization %s".formatted(schema.sqlName(), role));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        return result.next();
      }
    }
  }
}
