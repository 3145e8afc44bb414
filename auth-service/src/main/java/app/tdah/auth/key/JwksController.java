package app.tdah.auth.key;

import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.RsaPublicJwk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "keys")
@SecurityRequirements
class JwksController {

  private static final CacheControl CACHE =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final KeyRing keys;

  JwksController(KeyRing keys) {
    this.keys = keys;
  }

  @GetMapping("/.well-known/jwks.json")
  @Operation(summary = "The public keys that access tokens are verified with (RFC 7517)")
  ResponseEntity<KeySet> jwks() {
    KeySet set = new KeySet(keys.published().stream().map(Key::from).toList());
    return ResponseEntity.ok().cacheControl(CACHE).body(set);
  }

  record KeySet(List<Key> keys) {}

  record Key(String kty, String use, String alg, String kid, String n, String e) {

    static Key from(LoadedKey key) {
      RsaPublicJwk jwk = Jwks.builder().key(key.publicKey()).build();
      return new Key("RSA", "sig", "RS256", key.kid(), text(jwk, "n"), text(jwk, "e"));
    }

    private static String text(RsaPublicJwk jwk, String member) {
      return Objects.requireNonNull(jwk.get(member), member).toString();
    }
  }
}
