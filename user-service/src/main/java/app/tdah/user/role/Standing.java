package app.tdah.user.role;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads which roles people have and what these allow. */
@Component
@Transactional(readOnly = true)
public class Standing {

  private final Roles roles;

  Standing(Roles roles) {
    this.roles = roles;
  }

  /** The roles given to a user, in order, {@code USER} among them. */
  public List<String> rolesOf(UUID userId) {
    return withUser(roles.grantsOf(userId));
  }

  /** What a user may do, as {@code resource:action}, in order. */
  public List<String> permissionsOf(UUID userId) {
    return codes(roles.book().permissions(roles.grantsOf(userId)));
  }

  /** The roles that bring this one along; empty when there is no such role. */
  public Set<String> implying(String role) {
    return roles.book().implying(role);
  }

  /** The roles given, and {@code USER}, in order. */
  public static List<String> withUser(Collection<String> granted) {
    return Stream.concat(granted.stream(), Stream.of(Role.USER)).distinct().sorted().toList();
  }

  static List<String> codes(Collection<Permission> permissions) {
    return permissions.stream().map(Permission::code).sorted(Comparator.naturalOrder()).toList();
  }
}
