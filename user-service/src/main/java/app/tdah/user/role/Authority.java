package app.tdah.user.role;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may do to each other. It goes by what is granted now, not by what a token says: a
 * token may be some minutes old.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Authority {

  private final Roles roles;

  Authority(Roles roles) {
    this.roles = roles;
  }

  /**
   * Goes on when the actor is not suspended and has every permission that the other has; nothing
   * about roles changes until the end of the transaction.
   *
   * @throws app.tdah.defaults.web.ProblemException 403 {@code beyond-your-permissions}
   */
  public void requireOver(UUID actor, UUID other) {
    roles.lock();
    RoleBook book = roles.book();
    require(book, actor, book.permissions(roles.grantsOf(other)));
  }

  /**
   * Goes on when somebody else can still do everything.
   *
   * @throws app.tdah.defaults.web.ProblemException 409 {@code last-owner}
   */
  public void requireOwnerBesides(UUID userId) {
    roles.lock();
    if (roles.grantsOf(userId).contains(Role.OWNER)
        && roles.activeOwners().stream().allMatch(userId::equals)) {
      throw RoleRefused.lastOwner();
    }
  }

  /** Nothing about roles changes until the end of the transaction. */
  public void hold() {
    roles.lock();
  }

  void require(RoleBook book, UUID actor, Set<Permission> permissions) {
    // A suspension takes a moment to reach the tokens.
    if (roles.isSuspended(actor)
        || !book.permissions(roles.grantsOf(actor)).containsAll(permissions)) {
      throw RoleRefused.beyondYours();
    }
  }
}
