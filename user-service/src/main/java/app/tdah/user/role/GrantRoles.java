package app.tdah.user.role;

import app.tdah.defaults.audit.AuditTrail;
import app.tdah.defaults.web.InvalidField;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives roles to people and takes them away. */
@Service
public class GrantRoles {

  private final Roles roles;
  private final Authority authority;
  private final RoleNotices notices;
  private final AuditTrail audit;

  GrantRoles(Roles roles, Authority authority, RoleNotices notices, AuditTrail audit) {
    this.roles = roles;
    this.authority = authority;
    this.notices = notices;
    this.audit = audit;
  }

  /**
   * The user has these roles from now on, and {@code USER}.
   *
   * @throws app.tdah.defaults.web.ProblemException when a role is not known, the actor lacks a
   *     permission that is given or taken or that the user has, or nobody would be owner any more
   */
  @Transactional
  public void set(UUID actor, UUID userId, Collection<String> names) {
    roles.lock();
    RoleBook book = roles.book();
    Set<String> wanted = new TreeSet<>(names);
    wanted.remove(Role.USER);
    for (String name : wanted) {
      if (book.find(name).isEmpty()) {
        throw new InvalidField("roles", "no such role: " + name);
      }
    }
    if (!roles.exists(userId)) {
      throw RoleRefused.noSuchUser();
    }
    Set<String> had = roles.grantsOf(userId);
    Set<String> concerned = new HashSet<>(had);
    concerned.addAll(wanted);
    authority.require(book, actor, book.permissions(concerned));
    if (!wanted.contains(Role.OWNER)) {
      authority.requireOwnerBesides(userId);
    }
    change(book, userId, had, wanted);
  }

  /** The configured owner, who needs nobody's leave. */
  @Transactional
  void own(UUID userId) {
    roles.lock();
    Set<String> had = roles.grantsOf(userId);
    Set<String> wanted = new TreeSet<>(had);
    wanted.add(Role.OWNER);
    change(roles.book(), userId, had, wanted);
  }

  private void change(RoleBook book, UUID userId, Set<String> had, Set<String> wanted) {
    if (had.equals(wanted)) {
      return;
    }
    roles.grant(userId, wanted);
    notices.changed(userId, book, had, book, wanted);
    audit.done(
        "role.grant",
        userId,
        null,
        Map.of("before", String.join(" ", new TreeSet<>(had)), "after", String.join(" ", wanted)));
  }
}
