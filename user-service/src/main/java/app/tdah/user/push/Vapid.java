package app.tdah.user.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Says to a push service who we are (RFC 8292). */
@Component
class Vapid {

  /** Half of what RFC 8292 section 2 allows: clocks differ. */
  private static final Duration LIFETIME = Duration.ofHours(12);

  private final VapidKeys keys;
  private final PushProperties properties;
  private final Clock clock;

  Vapid(VapidKeys keys, PushProperties properties, Clock clock) {
    this.keys = keys;
    this.properties = properties;
    this.clock = clock;
  }

  String authorization(URI endpoint) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .audience(endpoint.getScheme() + "://" + endpoint.getRawAuthority())
            .expirationTime(Date.from(clock.instant().plus(LIFETIME)))
            .subject(properties.subject())
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).build(), claims);
    try {
      token.sign(new ECDSASigner(keys.privateKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException("a VAPID token cannot be signed", e);
    }
    return "vapid t=" + token.serialize() + ", k=" + keys.publicKey();
  }
}
