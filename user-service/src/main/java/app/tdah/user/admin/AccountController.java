package app.tdah.user.admin;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.InvalidField;
import app.tdah.user.admin.Account.Status;
import app.tdah.user.admin.Account.Suspension;
import app.tdah.user.profile.EmailAddresses;
import app.tdah.user.role.GrantRoles;
import app.tdah.user.role.Standing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/admin/users")
@Tag(name = "admin")
class AccountController {

  private final Accounts accounts;
  private final EmailAddresses addresses;
  private final Standing standing;
  private final GrantRoles grants;
  private final SuspendAccount suspensions;
  private final Clock clock;

  AccountController(
      Accounts accounts,
      EmailAddresses addresses,
      Standing standing,
      GrantRoles grants,
      SuspendAccount suspensions,
      Clock clock) {
    this.accounts = accounts;
    this.addresses = addresses;
    this.standing = standing;
    this.grants = grants;
    this.suspensions = suspensions;
    this.clock = clock;
  }

  @GetMapping
  @PreAuthorize("hasAuthority('users:read')")
  @Operation(
      summary = "Accounts, the newest first",
      description =
          "`query` is a whole e-mail address, an id, or the beginnings of words of a name; `role`"
              + " finds those who have it by way of another one too.")
  CursorPage<AccountBody> listAccounts(
      @RequestParam(required = false) @Size(max = 200) @Nullable String query,
      @RequestParam(required = false) @Size(max = 40) @Nullable String role,
      @RequestParam(required = false) @Nullable Status status,
      CursorRequest page) {
    AccountQuery search = new AccountQuery().after(page.after());
    if (query != null && !query.isBlank()) {
      search.text(query, addresses);
    }
    if (role != null && !role.isBlank()) {
      Set<String> implying = standing.implying(role);
      if (implying.isEmpty()) {
        throw new InvalidField("role", "no such role");
      }
      // Everybody is a USER.
      if (!role.equals("USER")) {
        search.roles(implying);
      }
    }
    if (status != null) {
      search.status(status);
    }
    return CursorPage.of(
        accounts.search(search, page.fetch()), page, Account::id, AccountBody::from);
  }

  @GetMapping("/{id}")
  @PreAuthorize("hasAuthority('users:read')")
  @Operation(summary = "One account, and what it may do")
  AccountDetail getAccount(@PathVariable UUID id) {
    Account account = accounts.find(id).orElseThrow(AccountRefused::notFound);
    return AccountDetail.from(account, standing.permissionsOf(id));
  }

  @PutMapping("/{id}/roles")
  @PreAuthorize("hasAuthority('roles:grant')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Set the roles of an account; needs a recent sign-in")
  void setRoles(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody GrantedRoles body) {
    user.requireRecentLogin(clock);
    grants.set(user.id(), id, body.roles());
  }

  @PostMapping("/{id}/suspend")
  @PreAuthorize("hasAuthority('users:suspend')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Close an account for the time being; its sessions end")
  void suspendAccount(
      CurrentUser user, @PathVariable UUID id, @Valid @RequestBody SuspensionReason body) {
    suspensions.suspend(user.id(), id, body.reason().strip());
  }

  @PostMapping("/{id}/reinstate")
  @PreAuthorize("hasAuthority('users:suspend')")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Open a suspended account again")
  void reinstateAccount(CurrentUser user, @PathVariable UUID id) {
    suspensions.reinstate(user.id(), id);
  }

  record GrantedRoles(@NotNull @Size(max = 50) Set<@NotNull @Size(max = 40) String> roles) {}

  record SuspensionReason(@NotBlank @Size(max = 500) String reason) {}

  record AccountBody(
      UUID id,
      String email,
      String displayName,
      Status status,
      List<String> roles,
      Instant createdAt,
      @Nullable Instant lastSeenAt) {

    static AccountBody from(Account account) {
      return new AccountBody(
          account.id(),
          account.email(),
          account.displayName(),
          account.status(),
          Standing.withUser(account.roles()),
          account.createdAt(),
          account.lastSeenAt());
    }
  }

  record AccountDetail(
      UUID id,
      String email,
      boolean emailVerified,
      String displayName,
      Status status,
      List<String> roles,
      List<String> permissions,
      Instant createdAt,
      @Nullable Instant lastSeenAt,
      @Nullable Suspension suspension) {

    static AccountDetail from(Account account, List<String> permissions) {
      return new AccountDetail(
          account.id(),
          account.email(),
          account.emailVerified(),
          account.displayName(),
          account.status(),
          Standing.withUser(account.roles()),
          permissions,
          account.createdAt(),
          account.lastSeenAt(),
          account.suspension());
    }
  }
}
