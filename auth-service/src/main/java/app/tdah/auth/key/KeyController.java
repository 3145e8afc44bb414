package app.tdah.auth.key;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "keys")
class KeyController {

  private final KeyRing keys;

  KeyController(KeyRing keys) {
    this.keys = keys;
  }

  @PostMapping("/api/v1/auth/keys/rotate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("hasAuthority('keys:rotate')")
  @Operation(
      summary = "Make the next signing key now",
      description =
          "It is published at once and signs a while later; old keys verify until their last token"
              + " is gone. Needs the permission keys:rotate.")
  NextKey rotate() {
    SigningKey next = keys.rotate();
    return new NextKey(next.kid(), next.activeFrom());
  }

  record NextKey(String kid, Instant signsFrom) {}
}
