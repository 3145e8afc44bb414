package app.tdah.auth.challenge;

import app.tdah.auth.challenge.ChallengeSms.SmsSent;
import app.tdah.auth.challenge.Challenges.Challenge;
import app.tdah.auth.device.DeviceCookie;
import app.tdah.auth.factor.Method;
import app.tdah.auth.passkey.Passkeys;
import app.tdah.auth.session.Device;
import app.tdah.auth.session.SignedIn;
import app.tdah.auth.session.TokenDelivery;
import app.tdah.auth.session.TokenResponse;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.defaults.web.InvalidField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/auth/mfa/challenges/{id}")
@Tag(name = "mfa")
@SecurityRequirements
class ChallengeController {

  private final FindChallenge challenges;
  private final AnswerChallenge answers;
  private final ChallengeSms sms;
  private final Passkeys passkeys;
  private final DeviceCookie devices;
  private final TokenDelivery tokens;

  ChallengeController(
      FindChallenge challenges,
      AnswerChallenge answers,
      ChallengeSms sms,
      Passkeys passkeys,
      DeviceCookie devices,
      TokenDelivery tokens) {
    this.challenges = challenges;
    this.answers = answers;
    this.sms = sms;
    this.passkeys = passkeys;
    this.devices = devices;
    this.tokens = tokens;
  }

  @PostMapping
  @Operation(summary = "Finish signing in with a second factor")
  ResponseEntity<TokenResponse> answer(
      @PathVariable UUID id, @Valid @RequestBody AnswerRequest request, HttpServletRequest http) {
    Optional<OpaqueToken> presented = devices.of(http);
    Challenge challenge = challenges.find(id, presented.orElse(null));
    OpaqueToken name = presented.orElseGet(OpaqueToken::generate);
    Device from =
        new Device(null, http.getHeader(HttpHeaders.USER_AGENT), http.getRemoteAddr(), name, false);
    SignedIn session =
        answers.answer(
            challenge,
            request.method(),
            request.proof(),
            Boolean.TRUE.equals(request.trustDevice()),
            from);
    return tokens.deliver(session, challenge.delivery(), name);
  }

  @PostMapping("/passkey")
  @Operation(summary = "What the browser needs to ask for a passkey of the user")
  PasskeyRequest passkey(@PathVariable UUID id, HttpServletRequest http) {
    Challenge challenge = challenges.find(id, devices.of(http).orElse(null));
    return new PasskeyRequest(passkeys.confirmationOptions(challenge.accountId()));
  }

  @PostMapping("/sms")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Text a code to the verified number")
  SmsSent sendSms(@PathVariable UUID id, HttpServletRequest http) {
    return sms.send(challenges.find(id, devices.of(http).orElse(null)), http.getRemoteAddr());
  }

  record AnswerRequest(
      @NotNull Method method,
      @Nullable @Size(max = 64) String code,
      @Nullable JsonNode credential,
      @Nullable Boolean trustDevice) {

    /** What the method needs: a code, or an {@code AuthenticationResponseJSON} of WebAuthn. */
    String proof() {
      if (method == Method.PASSKEY) {
        if (credential == null || !credential.isObject()) {
          throw new InvalidField("credential", "is missing");
        }
        return credential.toString();
      }
      if (code == null || code.isBlank()) {
        throw new InvalidField("code", "is missing");
      }
      return code;
    }
  }

  record PasskeyRequest(Map<String, Object> publicKey) {}
}
