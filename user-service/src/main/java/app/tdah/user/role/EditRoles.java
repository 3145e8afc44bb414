package app.tdah.user.role;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.web.InvalidField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and deletes roles; whoever has them is told what they may do then. */
@Service
class EditRoles {

  private final Roles roles;
  private final Authority authority;
  private final RoleNotices notices;
  private final AuditTrail audit;

  EditRoles(Roles roles, Authority authority, RoleNotices notices, AuditTrail audit) {
    this.roles = roles;
    this.authority = authority;
    this.notices = notices;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  RoleBook book() {
    return roles.book();
  }

  @Transactional(readOnly = true)
  Map<String, Long> counts() {
    return roles.counts();
  }

  @Transactional
  Role create(UUID actor, Role role) {
    roles.lock();
    RoleBook book = roles.book();
    if (book.find(role.name()).isPresent()) {
      throw RoleRefused.exists();
    }
    RoleBook after = checked(actor, book, role);
    roles.save(role);
    told("role.create", role, after);
    return role;
  }

  @Transactional
  Role change(UUID actor, Role role) {
    roles.lock();
    RoleBook before = roles.book();
    authority.require(
        before, actor, before.permissions(Set.of(editable(before, role.name()).name())));
    RoleBook after = checked(actor, before, role);
    roles.save(role);
    for (UUID holder : roles.holders(before.implying(role.name()))) {
      Set<String> granted = roles.grantsOf(holder);
      notices.changed(holder, before, granted, after, granted);
    }
    told("role.change", role, after);
    return role;
  }

  @Transactional
  void delete(UUID actor, String name) {
    roles.lock();
    RoleBook book = roles.book();
    Role role = editable(book, name);
    authority.require(book, actor, book.permissions(Set.of(name)));
    if (book.implying(name).size() > 1 || !roles.holders(List.of(name)).isEmpty()) {
      throw RoleRefused.inUse();
    }
    roles.delete(name);
    audit.done("role.delete", null, role.name(), Map.of());
  }

  private static Role editable(RoleBook book, String name) {
    Role role = book.find(name).orElseThrow(RoleRefused::notFound);
    if (role.builtIn()) {
      throw RoleRefused.builtIn();
    }
    return role;
  }

  private RoleBook checked(UUID actor, RoleBook book, Role role) {
    for (String parent : role.inherits()) {
      if (book.find(parent).isEmpty()) {
        throw new InvalidField("inherits", "no such role: " + parent);
      }
    }
    RoleBook after = book.with(role);
    if (after.circular(role)) {
      throw new InvalidField("inherits", "a role cannot inherit itself");
    }
    authority.require(book, actor, after.permissions(Set.of(role.name())));
    return after;
  }

  private void told(String action, Role role, RoleBook after) {
    String permissions = String.join(" ", Standing.codes(after.permissions(Set.of(role.name()))));
    audit.done(action, null, role.name(), Map.of("permissions", permissions));
  }
}
