package app.tdah.auth.account;

import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.web.InvalidField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/auth")
@Tag(name = "auth")
@SecurityRequirements
class RegistrationController {

  private final Register register;
  private final VerifyEmail verifyEmail;

  RegistrationController(Register register, VerifyEmail verifyEmail) {
    this.register = register;
    this.verifyEmail = verifyEmail;
  }

  @PostMapping("/register")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Open an account; the address gets a mail with a link to confirm it")
  Registration register(@Valid @RequestBody RegisterRequest request) {
    return new Registration(
        register.register(new EmailAddress(request.email()), request.password(), request.person()));
  }

  @PostMapping("/email/verify")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Confirm an address with the token of the mail")
  void verifyEmail(@Valid @RequestBody VerifyEmailRequest request) {
    verifyEmail.verify(new OpaqueToken(request.token()));
  }

  @PostMapping("/email/verify/resend")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Send the mail again, where there is something to confirm")
  void resendVerification(@Valid @RequestBody ResendRequest request) {
    verifyEmail.resend(new EmailAddress(request.email()));
  }

  record RegisterRequest(
      @NotBlank @Email @Size(max = 254) String email,
      @NotNull @Size(max = 1024) String password,
      @NotBlank @Size(max = 100) String displayName,
      @Nullable @Size(max = 35) String locale,
      @Nullable @Size(max = 64) String timeZone) {

    private static final Set<String> LANGUAGES = Set.of("en", "es", "pt");

    Person person() {
      return new Person(displayName.strip(), language(), zone());
    }

    private String language() {
      String language = Locale.forLanguageTag(locale == null ? "en" : locale).getLanguage();
      return LANGUAGES.contains(language) ? language : "en";
    }

    private String zone() {
      String zone = timeZone == null ? "UTC" : timeZone;
      if (!ZoneId.getAvailableZoneIds().contains(zone)) {
        throw new InvalidField("timeZone", "This is not an IANA time zone.");
      }
      return zone;
    }
  }

  record Registration(UUID userId) {}

  record VerifyEmailRequest(@NotBlank @Size(max = 128) String token) {}

  record ResendRequest(@NotBlank @Email @Size(max = 254) String email) {}
}
