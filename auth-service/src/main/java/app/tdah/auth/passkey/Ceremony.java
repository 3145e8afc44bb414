package app.tdah.auth.passkey;

import app.tdah.auth.passkey.PasskeyStore.Stored;
import app.tdah.defaults.ids.Ids;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The checks of WebAuthn level 3, sections 7.1 and 7.2, as webauthn4j makes them. */
@Component
class Ceremony {

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager webAuthn =
      WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);
  private final PasskeyProperties properties;
  private final Clock clock;

  Ceremony(PasskeyProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** Checks what a browser made; {@code challenge} tells whether we asked, once. */
  Registered registered(UUID accountId, String credential, Predicate<byte[]> challenge) {
    try {
      RegistrationData data = webAuthn.parseRegistrationResponseJSON(credential);
      ServerProperty server = server(data.getCollectedClientData(), challenge);
      webAuthn.verify(data, new RegistrationParameters(server, null, false, true));
      return registered(accountId, data);
    } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
      throw new InvalidPasskey();
    }
  }

  AuthenticationData parsed(String credential) {
    try {
      AuthenticationData data = webAuthn.parseAuthenticationResponseJSON(credential);
      if (data == null
          || data.getCredentialId() == null
          || data.getCollectedClientData() == null
          || data.getAuthenticatorData() == null) {
        throw new InvalidPasskey();
      }
      return data;
    } catch (DataConversionException | IllegalArgumentException e) {
      throw new InvalidPasskey();
    }
  }

  /**
   * Checks a signature.
   *
   * @throws MaliciousCounterValueException when the passkey was copied
   * @throws InvalidPasskey when anything else is wrong
   */
  void verify(
      AuthenticationData data,
      Stored stored,
      boolean userVerification,
      Predicate<byte[]> challenge) {
    ServerProperty server = server(data.getCollectedClientData(), challenge);
    try {
      webAuthn.verify(
          data, new AuthenticationParameters(server, record(stored), null, userVerification, true));
    } catch (MaliciousCounterValueException e) {
      throw e;
    } catch (VerificationException e) {
      throw new InvalidPasskey();
    }
  }

  private ServerProperty server(@Nullable CollectedClientData client, Predicate<byte[]> challenge) {
    byte[] signed =
        client == null || client.getChallenge() == null ? null : client.getChallenge().getValue();
    if (signed == null || !challenge.test(signed)) {
      throw new InvalidPasskey();
    }
    Set<Origin> origins =
        properties.allOrigins().stream().map(Origin::create).collect(Collectors.toSet());
    return ServerProperty.builder()
        .origins(origins)
        .rpId(properties.relyingParty())
        .challenge(new DefaultChallenge(signed))
        .build();
  }

  private Registered registered(UUID accountId, RegistrationData data) {
    AttestationObject attestation = data.getAttestationObject();
    var authenticator = attestation == null ? null : attestation.getAuthenticatorData();
    AttestedCredentialData credential =
        authenticator == null ? null : authenticator.getAttestedCredentialData();
    if (authenticator == null || credential == null) {
      throw new InvalidPasskey();
    }
    Stored stored =
        new Stored(
            Ids.next(),
            accountId,
            Base64.getUrlEncoder().withoutPadding().encodeToString(credential.getCredentialId()),
            credentials.convert(credential),
            authenticator.getSignCount(),
            authenticator.isFlagUV(),
            authenticator.isFlagBE(),
            authenticator.isFlagBS());
    Set<AuthenticatorTransport> transports = data.getTransports();
    List<String> names =
        transports == null
            ? List.of()
            : transports.stream().map(AuthenticatorTransport::getValue).sorted().toList();
    return new Registered(stored, names, clock);
  }

  private CredentialRecord record(Stored stored) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        stored.uvInitialized(),
        stored.backupEligible(),
        stored.backedUp(),
        stored.signCount(),
        credentials.convert(stored.credentialData()),
        null,
        null,
        null,
        null);
  }

  /** A passkey that passed the checks. */
  record Registered(Stored stored, List<String> transports, Clock clock) {

    Passkey named(String name) {
      return new Passkey(stored.id(), name, clock.instant(), null, stored.backedUp(), transports);
    }
  }
}
