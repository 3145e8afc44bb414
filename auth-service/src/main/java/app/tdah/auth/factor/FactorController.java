package app.tdah.auth.factor;

import app.tdah.auth.device.DeviceCookie;
import app.tdah.auth.passkey.Passkey;
import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth/mfa")
@Tag(name = "mfa")
class FactorController {

  private final ChangeFactors change;
  private final ShowFactors show;
  private final DeviceCookie cookie;

  FactorController(ChangeFactors change, ShowFactors show, DeviceCookie cookie) {
    this.change = change;
    this.show = show;
    this.cookie = cookie;
  }

  @GetMapping
  @Operation(summary = "The factors and trusted devices of the user")
  FactorsBody factors(CurrentUser user, HttpServletRequest request) {
    return show.of(user.id(), cookie.of(request).orElse(null));
  }

  @PostMapping("/totp")
  @Operation(summary = "Begin with an authenticator app; needs a log-in of the last five minutes")
  ResponseEntity<ChangeFactors.TotpSetUp> beginTotp(CurrentUser user) {
    return secret(change.beginTotp(user));
  }

  @PostMapping("/totp/confirm")
  @Operation(summary = "Prove that the app works; the first factor brings backup codes")
  ResponseEntity<FirstCodesBody> confirmTotp(
      CurrentUser user, @Valid @RequestBody CodeRequest request) {
    return secret(new FirstCodesBody(change.confirmTotp(user, request.code())));
  }

  @DeleteMapping("/totp")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Do without the authenticator app")
  void removeTotp(CurrentUser user) {
    change.removeTotp(user);
  }

  @PostMapping("/sms")
  @Operation(summary = "Take codes by text message to the verified primary number")
  ResponseEntity<FirstCodesBody> addSms(CurrentUser user) {
    return secret(new FirstCodesBody(change.addSms(user)));
  }

  @DeleteMapping("/sms")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Do without codes by text message")
  void removeSms(CurrentUser user) {
    change.removeSms(user);
  }

  @PostMapping("/backup-codes")
  @Operation(summary = "Ten new backup codes in the place of the old ones")
  ResponseEntity<CodesBody> renewBackupCodes(CurrentUser user) {
    return secret(new CodesBody(change.renewBackupCodes(user)));
  }

  @DeleteMapping("/trusted-devices/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ask for the second factor on a device again")
  void distrust(CurrentUser user, @PathVariable UUID id) {
    change.distrust(user, id);
  }

  @DeleteMapping("/trusted-devices")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ask for the second factor on every device again")
  void distrustAll(CurrentUser user) {
    change.distrustAll(user);
  }

  private static <T> ResponseEntity<T> secret(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  record CodeRequest(@NotBlank @Size(max = 32) String code) {}

  record CodesBody(List<String> backupCodes) {}

  record FirstCodesBody(@Nullable List<String> backupCodes) {}

  record FactorsBody(
      Totp totp,
      Sms sms,
      BackupCodeState backupCodes,
      List<Passkey> passkeys,
      List<TrustedDevices.TrustedDevice> trustedDevices) {

    record Totp(boolean enabled, @Nullable Instant confirmedAt) {}

    record Sms(boolean enabled, List<Phones.Phone> phoneNumbers) {}

    record BackupCodeState(int remaining, @Nullable Instant createdAt, boolean few) {}
  }
}
