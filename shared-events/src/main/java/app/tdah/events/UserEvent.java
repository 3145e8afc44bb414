package app.tdah.events;

import java.util.UUID;

/** What happened to an account or a profile. Topic {@code user-events}. */
public sealed interface UserEvent extends DomainEvent {

  /**
   * An account was created; its e-mail address is not confirmed yet. {@code timeZone} is an IANA
   * id.
   */
  record Registered(
      UUID userId, EncryptedText email, String displayName, String locale, String timeZone)
      implements UserEvent {}

  /** The owner of the address confirmed it. */
  record EmailVerified(UUID userId, EncryptedText email) implements UserEvent {}

  /** The profile was edited. */
  record ProfileUpdated(UUID userId, String displayName) implements UserEvent {}

  /** Language ({@code en|es|pt}) or IANA time zone were set. */
  record PreferencesUpdated(UUID userId, String locale, String timeZone) implements UserEvent {}

  /** The user proved that an E.164 number is theirs. */
  record PhoneVerified(UUID userId, UUID phoneNumberId, EncryptedText number, boolean primary)
      implements UserEvent {}

  /** A verified number is not the user's any more. */
  record PhoneRemoved(UUID userId, UUID phoneNumberId) implements UserEvent {}
}
