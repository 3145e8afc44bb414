package app.tdah.auth.passkey;

import app.tdah.auth.account.Account;
import app.tdah.auth.passkey.PasskeyChallenges.Made;
import app.tdah.auth.passkey.PasskeyChallenges.Purpose;
import app.tdah.auth.passkey.PasskeyStore.Stored;
import app.tdah.defaults.audit.AuditTrail;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes, lists, renames and removes passkeys, and checks what they signed. */
@Component
public class Passkeys {

  private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

  private final PasskeyStore store;
  private final PasskeyChallenges challenges;
  private final PasskeyOptions options;
  private final Ceremony ceremony;
  private final AuditTrail audit;
  private final TransactionOperations transactions;

  Passkeys(
      PasskeyStore store,
      PasskeyChallenges challenges,
      PasskeyOptions options,
      Ceremony ceremony,
      AuditTrail audit,
      TransactionOperations transactions) {
    this.store = store;
    this.challenges = challenges;
    this.options = options;
    this.ceremony = ceremony;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** The account's, oldest first. */
  public List<Passkey> of(UUID accountId) {
    return store.of(accountId);
  }

  /** Options for {@code navigator.credentials.create}. */
  public Map<String, Object> creationOptions(Account account) {
    Made challenge = challenges.make(Purpose.REGISTER, account.id());
    return options.creation(account, challenge.value().value(), store.credentialIds(account.id()));
  }

  /** Options for {@code navigator.credentials.get} with a passkey of the account. */
  public Map<String, Object> confirmationOptions(UUID accountId) {
    Made challenge = challenges.make(Purpose.CONFIRM, accountId);
    return options.request(challenge.value().value(), store.credentialIds(accountId), false);
  }

  /** Options for {@code navigator.credentials.get} with whatever passkey the device has for us. */
  public LoginOptions loginOptions() {
    Made challenge = challenges.make(Purpose.LOGIN, null);
    return new LoginOptions(
        challenge.id(), options.request(challenge.value().value(), List.of(), true));
  }

  /**
   * Checks what the browser made.
   *
   * @param credential a {@code RegistrationResponseJSON}
   * @return keeps it, in the caller's transaction; throws {@link PasskeyExists} when somebody else
   *     just has
   * @throws InvalidPasskey when it is not for our challenge
   * @throws PasskeyExists when it is known already
   */
  public Supplier<Passkey> register(UUID accountId, String name, String credential) {
    Ceremony.Registered registered =
        ceremony.registered(
            accountId,
            credential,
            challenge -> challenges.take(challenge, Purpose.REGISTER, accountId));
    if (store.find(registered.stored().credentialId()).isPresent()) {
      throw new PasskeyExists();
    }
    Passkey passkey = registered.named(name);
    return () -> {
      if (!store.add(passkey, registered.stored())) {
        throw new PasskeyExists();
      }
      return passkey;
    };
  }

  /**
   * Whether a passkey of the account signed our challenge; throws {@link InvalidPasskey} if not.
   */
  public void confirm(UUID accountId, String credential) {
    check(credential, Purpose.CONFIRM, accountId, false);
  }

  /** The account whose passkey signed our challenge, by a user who was verified. */
  public UUID login(String credential) {
    return check(credential, Purpose.LOGIN, null, true);
  }

  /** Empty when the account has no such passkey. */
  public Optional<Passkey> rename(UUID accountId, UUID id, String name) {
    return store.rename(accountId, id, name);
  }

  /** False when the account has no such passkey. */
  public boolean remove(UUID accountId, UUID id) {
    return store.remove(accountId, id);
  }

  private UUID check(
      String credential, Purpose purpose, @Nullable UUID accountId, boolean verification) {
    AuthenticationData data = ceremony.parsed(credential);
    Stored stored =
        store
            .find(Base64.getUrlEncoder().withoutPadding().encodeToString(data.getCredentialId()))
            .filter(it -> accountId == null || it.accountId().equals(accountId))
            .filter(it -> fits(data.getUserHandle(), it.accountId()))
            .orElseThrow(InvalidPasskey::new);
    try {
      ceremony.verify(
          data, stored, verification, challenge -> challenges.take(challenge, purpose, accountId));
    } catch (MaliciousCounterValueException e) {
      cloned(stored);
      throw new InvalidPasskey();
    }
    var authenticator = data.getAuthenticatorData();
    boolean counted =
        Boolean.TRUE.equals(
            transactions.execute(status ->
                store.used(
                    stored,
                    authenticator.getSignCount(),
                    authenticator.isFlagBS(),
                    authenticator.isFlagUV())));
    if (!counted) {
      throw new InvalidPasskey();
    }
    return stored.accountId();
  }

  private static boolean fits(byte @Nullable [] handle, UUID accountId) {
    return handle == null
        || handle.length == 0
        || Arrays.equals(handle, PasskeyOptions.handleBytes(accountId));
  }

  /** A count that goes back means that the key exists twice. */
  private void cloned(Stored stored) {
    log.warn("passkey {} counts backwards: it may have been copied", stored.id());
    transactions.executeWithoutResult(status ->
        audit.refused(
            "passkey.use",
            stored.accountId(),
            stored.id().toString(),
            Map.of("reason", "COUNTER_WENT_BACK")));
  }

  /** Options, and the id of their challenge. */
  public record LoginOptions(UUID challengeId, Map<String, Object> publicKey) {}
}
