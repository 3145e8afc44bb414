package app.tdah.user.role;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All roles at one moment, and what follows from them. */
final class RoleBook {

  private final Map<String, Role> roles = new LinkedHashMap<>();

  RoleBook(Collection<Role> custom) {
    Stream.concat(BuiltInRoles.ALL.stream(), custom.stream())
        .forEach(role -> roles.put(role.name(), role));
  }

  /** From the highest built-in role to the lowest, then the others by name. */
  List<Role> all() {
    return List.copyOf(roles.values());
  }

  Optional<Role> find(String name) {
    return Optional.ofNullable(roles.get(name));
  }

  /** The roles with all that they inherit; {@code USER} is always among them. */
  Set<String> effective(Collection<String> granted) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(granted);
    open.add(Role.USER);
    while (!open.isEmpty()) {
      Role role = roles.get(open.pop());
      if (role != null && reached.add(role.name())) {
        open.addAll(role.inherits());
      }
    }
    return reached;
  }

  /** What somebody with these roles may do. */
  Set<Permission> permissions(Collection<String> granted) {
    Set<Permission> allowed = EnumSet.noneOf(Permission.class);
    effective(granted)
        .forEach(name -> find(name).ifPresent(it -> allowed.addAll(it.permissions())));
    return Collections.unmodifiableSet(allowed);
  }

  /** The roles that bring this one along, itself among them. */
  Set<String> implying(String name) {
    Set<String> implying = new TreeSet<>();
    for (Role role : roles.values()) {
      if (effective(Set.of(role.name())).contains(name)) {
        implying.add(role.name());
      }
    }
    return implying;
  }

  /** The same book with one role added or replaced. */
  RoleBook with(Role role) {
    RoleBook changed = new RoleBook(roles.values());
    changed.roles.put(role.name(), role);
    return changed;
  }

  /** Whether a role inherits itself by way of others. */
  boolean circular(Role role) {
    return role.inherits().stream().anyMatch(it -> effective(Set.of(it)).contains(role.name()));
  }
}
