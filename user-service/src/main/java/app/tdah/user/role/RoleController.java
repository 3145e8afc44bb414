package app.tdah.user.role;

import static java.util.stream.Collectors.toUnmodifiableSet;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.InvalidField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin")
@Tag(name = "admin")
class RoleController {

  private final EditRoles roles;
  private final Clock clock;

  RoleController(EditRoles roles, Clock clock) {
    this.roles = roles;
    this.clock = clock;
  }

  @GetMapping("/permissions")
  @PreAuthorize("hasAuthority('roles:read')")
  @Operation(summary = "All that can be allowed")
  PermissionList listPermissions() {
    return new PermissionList(
        Arrays.stream(Permission.values())
            .map(it -> new PermissionBody(it.code(), it.description()))
            .toList());
  }

  @GetMapping("/roles")
  @PreAuthorize("hasAuthority('roles:read')")
  @Operation(summary = "All roles: the built-in ones from the highest, then the others by name")
  RoleList listRoles() {
    RoleBook book = roles.book();
    Map<String, Long> users = roles.counts();
    return new RoleList(book.all().stream().map(role -> body(role, book, users)).toList());
  }

  @GetMapping("/roles/{name}")
  @PreAuthorize("hasAuthority('roles:read')")
  @Operation(summary = "One role")
  RoleBody getRole(@PathVariable String name) {
    RoleBook book = roles.book();
    return body(book.find(name).orElseThrow(RoleRefused::notFound), book, roles.counts());
  }

  @PostMapping("/roles")
  @PreAuthorize("hasAuthority('roles:write')")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make a role of permissions that you have; needs a recent sign-in")
  RoleBody createRole(CurrentUser user, @Valid @RequestBody NewRole body) {
    user.requireRecentLogin(clock);
    roles.create(
        user.id(), role(body.name(), body.description(), body.permissions(), body.inherits()));
    return getRole(body.name());
  }

  @PutMapping("/roles/{name}")
  @PreAuthorize("hasAuthority('roles:write')")
  @Operation(summary = "Change a role for all who have it; needs a recent sign-in")
  RoleBody changeRole(
      CurrentUser user, @PathVariable String name, @Valid @RequestBody RoleChange body) {
    user.requireRecentLogin(clock);
    roles.change(user.id(), role(name, body.description(), body.permissions(), body.inherits()));
    return getRole(name);
  }

  @DeleteMapping("/roles/{name}")
  @PreAuthorize("hasAuthority('roles:write')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Delete a role that nobody has; needs a recent sign-in")
  void deleteRole(CurrentUser user, @PathVariable String name) {
    user.requireRecentLogin(clock);
    roles.delete(user.id(), name);
  }

  private static Role role(
      String name, String description, Set<String> permissions, Set<String> inherits) {
    Set<Permission> known =
        permissions.stream()
            .map(code ->
                Permission.named(code)
                    .orElseThrow(
                        () -> new InvalidField("permissions", "no such permission: " + code)))
            .collect(toUnmodifiableSet());
    return new Role(name, description.strip(), known, Set.copyOf(inherits), false);
  }

  private static RoleBody body(Role role, RoleBook book, Map<String, Long> users) {
    return new RoleBody(
        role.name(),
        role.description(),
        Standing.codes(role.permissions()),
        role.inherits().stream().sorted().toList(),
        Standing.codes(book.permissions(Set.of(role.name()))),
        role.builtIn(),
        users.getOrDefault(role.name(), 0L));
  }

  record NewRole(
      @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String name,
      @NotBlank @Size(max = 200) String description,
      @NotNull @Size(max = 100) Set<@NotNull @Size(max = 60) String> permissions,
      @NotNull @Size(max = 20) Set<@NotNull @Size(max = 40) String> inherits) {}

  record RoleChange(
      @NotBlank @Size(max = 200) String description,
      @NotNull @Size(max = 100) Set<@NotNull @Size(max = 60) String> permissions,
      @NotNull @Size(max = 20) Set<@NotNull @Size(max = 40) String> inherits) {}

  record RoleBody(
      String name,
      String description,
      List<String> permissions,
      List<String> inherits,
      List<String> effectivePermissions,
      boolean builtIn,
      long users) {}

  record RoleList(List<RoleBody> items) {}

  record PermissionBody(String name, String description) {}

  record PermissionList(List<PermissionBody> items) {}
}
