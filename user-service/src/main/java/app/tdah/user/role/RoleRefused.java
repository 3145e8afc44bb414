package app.tdah.user.role;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Why what somebody may do is not changed. */
final class RoleRefused extends ProblemException {

  private RoleRefused(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static RoleRefused notFound() {
    return new RoleRefused(HttpStatus.NOT_FOUND, "role-not-found", "There is no such role.");
  }

  static RoleRefused noSuchUser() {
    return new RoleRefused(HttpStatus.NOT_FOUND, "user-not-found", "There is no such account.");
  }

  static RoleRefused exists() {
    return new RoleRefused(HttpStatus.CONFLICT, "role-exists", "There is a role of that name.");
  }

  static RoleRefused builtIn() {
    return new RoleRefused(
        HttpStatus.CONFLICT,
        "role-built-in",
        "This role is part of the product and stays as it is.");
  }

  static RoleRefused inUse() {
    return new RoleRefused(
        HttpStatus.CONFLICT, "role-in-use", "Somebody has this role, or another role inherits it.");
  }

  static RoleRefused lastOwner() {
    return new RoleRefused(
        HttpStatus.CONFLICT,
        "last-owner",
        "Somebody has to own the assistant: choose another owner first.");
  }

  static RoleRefused beyondYours() {
    return new RoleRefused(
        HttpStatus.FORBIDDEN,
        "beyond-your-permissions",
        "This is about permissions that you do not have yourself.");
  }
}
