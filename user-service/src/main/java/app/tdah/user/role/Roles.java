package app.tdah.user.role;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles that administrators made, and who holds which role. */
@Repository
class Roles {

  private final JdbcClient jdbc;

  Roles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Puts all changes of roles and grants in line, until the end of the transaction: each is judged
   * by what is true when it is made, so that two owners cannot remove each other.
   */
  void lock() {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('roles', 0))")
        .query(Integer.class)
        .single();
  }

  RoleBook book() {
    Map<String, Set<Permission>> permissions =
        pairs("select role, permission from role_permissions").stream()
            // One that this version does not know allows nothing.
            .filter(pair -> Permission.named(pair.value()).isPresent())
            .collect(
                groupingBy(
                    Pair::role,
                    mapping(pair -> Permission.named(pair.value()).orElseThrow(), toSet())));
    Map<String, Set<String>> parents =
        pairs("select role, parent from role_parents").stream()
            .collect(groupingBy(Pair::role, mapping(Pair::value, toSet())));
    return new RoleBook(
        pairs("select name, description from roles order by name").stream()
            .map(pair ->
                new Role(
                    pair.role(),
                    pair.value(),
                    permissions.getOrDefault(pair.role(), Set.of()),
                    parents.getOrDefault(pair.role(), Set.of()),
                    false))
            .toList());
  }

  void save(Role role) {
    jdbc.sql(
            """
            insert into roles (name, description) values (?, ?)
            on conflict (name) do update set description = excluded.description
            """)
        .params(role.name(), role.description())
        .update();
    jdbc.sql("delete from role_permissions where role = ?").param(role.name()).update();
    jdbc.sql("delete from role_parents where role = ?").param(role.name()).update();
    for (Permission permission : role.permissions()) {
      jdbc.sql("insert into role_permissions (role, permission) values (?, ?)")
          .params(role.name(), permission.code())
          .update();
    }
    for (String parent : role.inherits()) {
      jdbc.sql("insert into role_parents (role, parent) values (?, ?)")
          .params(role.name(), parent)
          .update();
    }
  }

  void delete(String name) {
    jdbc.sql("delete from roles where name = ?").param(name).update();
  }

  /** The roles given to a user, without {@code USER} and without what they inherit. */
  Set<String> grantsOf(UUID userId) {
    return jdbc.sql("select role from role_grants where user_id = ?")
        .param(userId)
        .query(String.class)
        .set();
  }

  void grant(UUID userId, Set<String> roles) {
    jdbc.sql("delete from role_grants where user_id = ?").param(userId).update();
    for (String role : roles) {
      jdbc.sql("insert into role_grants (user_id, role) values (?, ?)")
          .params(userId, role)
          .update();
    }
  }

  /** Everybody to whom one of these roles was given. */
  List<UUID> holders(Collection<String> roles) {
    return jdbc.sql("select distinct user_id from role_grants where role in (:roles)")
        .param("roles", roles)
        .query(UUID.class)
        .list();
  }

  /** How many people were given each role. */
  Map<String, Long> counts() {
    return jdbc
        .sql(
            """
            select role, count(*) as users from role_grants group by role
            union all select 'USER', count(*) from profiles
            """)
        .query((row, number) -> Map.entry(row.getString("role"), row.getLong("users")))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  boolean isSuspended(UUID userId) {
    return jdbc.sql("select exists (select from suspensions where user_id = ?)")
        .param(userId)
        .query(Boolean.class)
        .single();
  }

  /** Owners who can sign in. */
  List<UUID> activeOwners() {
    return jdbc.sql(
            """
            select user_id from role_grants where role = 'OWNER'
            except select user_id from suspensions
            except select user_id from erasure_requests where status in ('SCHEDULED', 'RUNNING')
            """)
        .query(UUID.class)
        .list();
  }

  boolean exists(UUID userId) {
    Optional<Integer> found =
        jdbc.sql("select 1 from profiles where id = ?")
            .param(userId)
            .query(Integer.class)
            .optional();
    return found.isPresent();
  }

  private List<Pair> pairs(String sql) {
    return jdbc.sql(sql)
        .query((row, number) -> new Pair(row.getString(1), row.getString(2)))
        .list();
  }

  private record Pair(String role, String value) {}
}
