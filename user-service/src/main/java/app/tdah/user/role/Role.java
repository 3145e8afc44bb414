package app.tdah.user.role;

import java.util.Set;

/**
 * A name for a set of permissions.
 *
 * @param permissions of its own
 * @param inherits roles whose permissions it has as well
 * @param builtIn whether it is part of the product and cannot be changed
 */
record Role(
    String name,
    String description,
    Set<Permission> permissions,
    Set<String> inherits,
    boolean builtIn) {

  static final String OWNER = "OWNER";
  static final String USER = "USER";
}
