package app.tdah.user.phone;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.Idempotent;
import app.tdah.user.phone.Verification.Refused;
import app.tdah.user.phone.Verification.Verified;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
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
@RequestMapping("/api/v1/users/me/phone-numbers")
@Tag(name = "phone-numbers")
class PhoneNumberController {

  private final AddPhoneNumber addPhoneNumber;
  private final VerifyPhoneNumber verifyPhoneNumber;
  private final PhoneBook phoneBook;
  private final Clock clock;

  PhoneNumberController(
      AddPhoneNumber addPhoneNumber,
      VerifyPhoneNumber verifyPhoneNumber,
      PhoneBook phoneBook,
      Clock clock) {
    this.addPhoneNumber = addPhoneNumber;
    this.verifyPhoneNumber = verifyPhoneNumber;
    this.phoneBook = phoneBook;
    this.clock = clock;
  }

  @GetMapping
  @Operation(summary = "My phone numbers")
  CursorPage<PhoneNumberBody> listPhoneNumbers(CurrentUser user) {
    return new CursorPage<>(
        phoneBook.list(user.id()).stream().map(PhoneNumberBody::from).toList(), null);
  }

  @PostMapping
  @Idempotent
  @Operation(summary = "Add a number and get a code on it; the same number again sends a new code")
  @ApiResponse(responseCode = "201", description = "Added")
  @ApiResponse(responseCode = "200", description = "It was there already")
  ResponseEntity<PhoneNumberBody> addPhoneNumber(
      CurrentUser user, @Valid @RequestBody NewPhoneNumber request) {
    proveYourself(user);
    AddPhoneNumber.Added added = addPhoneNumber.add(user.id(), E164.parse(request.number()));
    return ResponseEntity.status(added.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(PhoneNumberBody.from(added.number()));
  }

  @PostMapping("/{id}/verify")
  @Operation(summary = "Prove with the code that the number is mine")
  PhoneNumberBody verifyPhoneNumber(
      CurrentUser user, @PathVariable UUID id, @Valid @RequestBody VerificationCode request) {
    return switch (verifyPhoneNumber.verify(user.id(), id, request.code())) {
      case Verified verified -> PhoneNumberBody.from(verified.number());
      case Refused refused -> throw CodeRefused.because(refused);
    };
  }

  @PostMapping("/{id}/primary")
  @Operation(summary = "Text me at this number")
  PhoneNumberBody makePhoneNumberPrimary(CurrentUser user, @PathVariable UUID id) {
    proveYourself(user);
    return PhoneNumberBody.from(phoneBook.makePrimary(user.id(), id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Remove a number")
  void removePhoneNumber(CurrentUser user, @PathVariable UUID id) {
    proveYourself(user);
    phoneBook.remove(user.id(), id);
  }

  /** A stolen session must not lead the user's security codes to another phone. */
  private void proveYourself(CurrentUser user) {
    if (phoneBook.protects(user.id())) {
      user.requireRecentLogin(clock);
    }
  }

  record NewPhoneNumber(@NotBlank @Size(max = 40) String number) {}

  record VerificationCode(
      @NotNull @Pattern(regexp = "\\d{6}", message = "must have six digits") String code) {}

  record PhoneNumberBody(UUID id, String number, boolean verified, boolean primary) {

    static PhoneNumberBody from(PhoneNumber phone) {
      return new PhoneNumberBody(phone.id(), phone.number(), phone.verified(), phone.primary());
    }
  }
}
