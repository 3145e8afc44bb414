package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "account")
class CredentialController {

  private final PasswordReset passwordReset;
  private final PasswordChange passwordChange;
  private final EmailChange emailChange;

  CredentialController(
      PasswordReset passwordReset, PasswordChange passwordChange, EmailChange emailChange) {
    this.passwordReset = passwordReset;
    this.passwordChange = passwordChange;
    this.emailChange = emailChange;
  }

  @PostMapping("/password/forgot")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @SecurityRequirements
  @Operation(summary = "Ask for a link to choose another password; always the same answer")
  void forgotPassword(@Valid @RequestBody ForgotPasswordRequest request) {
    passwordReset.forgot(new EmailAddress(request.email()));
  }

  @PostMapping("/password/reset")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @SecurityRequirements
  @Operation(
      summary =
          "Choose another password with the token of the mail; ends every session, starts none")
  void resetPassword(@Valid @RequestBody ResetPasswordRequest request) {
    passwordReset.reset(new OpaqueToken(request.token()), request.newPassword());
  }

  @PostMapping("/password/change")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Choose another password; needs a log-in of the last five minutes")
  void changePassword(CurrentUser user, @Valid @RequestBody ChangePasswordRequest request) {
    passwordChange.change(
        user, request.newPassword(), Boolean.TRUE.equals(request.endOtherSessions()));
  }

  @PostMapping("/email/change")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary =
          "Ask to move to another address, which gets a link; needs a log-in of the last five minutes")
  void changeEmail(CurrentUser user, @Valid @RequestBody ChangeEmailRequest request) {
    emailChange.request(user, new EmailAddress(request.email()));
  }

  @PostMapping("/email/change/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @SecurityRequirements
  @Operation(summary = "Move to the address that the mail with this token went to")
  void confirmEmailChange(@Valid @RequestBody ConfirmEmailChangeRequest request) {
    emailChange.confirm(new OpaqueToken(request.token()));
  }

  record ForgotPasswordRequest(@NotBlank @Email @Size(max = 254) String email) {}

  record ResetPasswordRequest(
      @NotBlank @Size(max = 128) String token, @NotNull @Size(max = 1024) String newPassword) {}

  record ChangePasswordRequest(
      @NotNull @Size(max = 1024) String newPassword, @Nullable Boolean endOtherSessions) {}

  record ChangeEmailRequest(@NotBlank @Email @Size(max = 254) String email) {}

  record ConfirmEmailChangeRequest(@NotBlank @Size(max = 128) String token) {}
}
