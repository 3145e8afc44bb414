package app.tdah.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to an account or a profile. Topic {@code user-events}. */
public sealed interface UserEvent extends DomainEvent {

  /**
   * An account was created; its e-mail address is not confirmed yet. {@code timeZone} is an IANA
   * id.
   */
  record Registered(
      UUID userId, EncryptedText email, String displayName, String locale, String timeZone)
      implements UserEvent {}

  /** Nobody confirmed the address of an account in time, or its owner uses it for another one. */
  record RegistrationExpired(UUID userId) implements UserEvent {}

  /** The owner of the address confirmed it. */
  record EmailVerified(UUID userId, EncryptedText email) implements UserEvent {}

  /** The profile was edited. */
  record ProfileUpdated(UUID userId, String displayName) implements UserEvent {}

  /**
   * Preferences were set: language ({@code en|es|pt}), IANA time zone, and, where the user has set
   * them, hours as {@code HH:mm} in that zone, energy pattern and tone of the assistant.
   */
  record PreferencesUpdated(
      UUID userId,
      String locale,
      String timeZone,
      @Nullable String workStart,
      @Nullable String workEnd,
      @Nullable String quietStart,
      @Nullable String quietEnd,
      @Nullable String energyPattern,
      @Nullable String tone)
      implements UserEvent {

    /** Language and time zone alone. */
    public PreferencesUpdated(UUID userId, String locale, String timeZone) {
      this(userId, locale, timeZone, null, null, null, null, null, null);
    }
  }

  /** The user proved that an E.164 number is theirs. */
  record PhoneVerified(UUID userId, UUID phoneNumberId, EncryptedText number, boolean primary)
      implements UserEvent {}

  /** A verified number is not the user's any more. */
  record PhoneRemoved(UUID userId, UUID phoneNumberId) implements UserEvent {}

  /** The password is another one now. */
  record PasswordChanged(UUID userId) implements UserEvent {}

  /** The account's e-mail address is another one now, confirmed by its owner. */
  record EmailChanged(UUID userId, EncryptedText email) implements UserEvent {}

  /**
   * What the user may do changed. {@code reduced} when something was taken away: tokens that still
   * carry it must not be accepted any longer.
   */
  record RolesChanged(UUID userId, List<String> roles, List<String> permissions, boolean reduced)
      implements UserEvent {}

  /** An administrator closed the account for the time being. */
  record Suspended(UUID userId, String reason) implements UserEvent {}

  /** A suspended account may be used again. */
  record Reinstated(UUID userId) implements UserEvent {}

  /** The user wants a copy of all that is stored about them. */
  record ExportRequested(UUID userId, UUID exportId) implements UserEvent {}

  /**
   * A service's share of an export, cut in pieces of at most 256 KiB: piece {@code index} of {@code
   * count}, base64 of a gzipped JSON document once opened and put together.
   */
  record ExportPartReady(
      UUID userId, UUID exportId, String service, int index, int count, EncryptedText data)
      implements UserEvent {}

  /** The user asked to be erased; it begins at {@code dueAt} unless they think again. */
  record ErasureScheduled(UUID userId, UUID erasureId, Instant dueAt) implements UserEvent {}

  /** The user thought again. */
  record ErasureCancelled(UUID userId, UUID erasureId) implements UserEvent {}

  /** Every service shall delete what it has about the user; repeated until each has answered. */
  record ErasureRequested(UUID userId, UUID erasureId) implements UserEvent {}

  /** A service has nothing about the user any more. */
  record DataErased(UUID userId, UUID erasureId, String service) implements UserEvent {}

  /** Every service has answered; the id stands for nobody now. */
  record Erased(UUID userId, UUID erasureId) implements UserEvent {}
}
