package app.tdah.user.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleBookTests {

  private final RoleBook book =
      new RoleBook(
          List.of(
              new Role(
                  "DESK", "Front desk", Set.of(Permission.AUDIT_READ), Set.of("SUPPORT"), false),
              new Role("NIGHT", "Night shift", Set.of(), Set.of("DESK"), false)));

  @Test
  void theHierarchyRunsFromOwnerToUser() {
    assertThat(book.effective(Set.of("OWNER")))
        .containsExactlyInAnyOrder("OWNER", "ADMIN", "SUPPORT", "USER");
    assertThat(book.effective(Set.of("SUPPORT"))).containsExactlyInAnyOrder("SUPPORT", "USER");
    assertThat(book.effective(Set.of())).containsExactly("USER");
    assertThat(book.permissions(Set.of("OWNER"))).containsExactlyInAnyOrder(Permission.values());
  }

  @Test
  void eachStepOfTheHierarchyAllowsMore() {
    List<String> steps = List.of("USER", "SUPPORT", "ADMIN", "OWNER");
    for (int step = 1; step < steps.size(); step++) {
      Set<Permission> lower = book.permissions(Set.of(steps.get(step - 1)));
      Set<Permission> higher = book.permissions(Set.of(steps.get(step)));
      assertThat(higher).containsAll(lower).hasSizeGreaterThan(lower.size());
    }
    assertThat(book.permissions(Set.of("ADMIN")))
        .doesNotContain(Permission.ROLES_WRITE, Permission.KEYS_ROTATE);
  }

  @Test
  void customRolesInheritThroughOthers() {
    assertThat(book.permissions(Set.of("NIGHT")))
        .contains(Permission.AUDIT_READ, Permission.USERS_READ)
        .doesNotContain(Permission.ROLES_GRANT);
    assertThat(book.implying("SUPPORT"))
        .containsExactlyInAnyOrder("SUPPORT", "ADMIN", "OWNER", "DESK", "NIGHT");
    assertThat(book.implying("NOBODY")).isEmpty();
  }

  @Test
  void aRoleThatIsNoMoreAllowsNothing() {
    assertThat(book.permissions(Set.of("GONE"))).isEmpty();
  }

  @Test
  void circlesAreSeen() {
    Role circular = new Role("DESK", "Front desk", Set.of(), Set.of("NIGHT"), false);
    assertThat(book.with(circular).circular(circular)).isTrue();
    Role straight = new Role("DESK", "Front desk", Set.of(), Set.of("SUPPORT"), false);
    assertThat(book.with(straight).circular(straight)).isFalse();
  }
}
