package app.tdah.user.role;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.EncryptedText;
import app.tdah.events.UserEvent;
import app.tdah.user.profile.EmailAddresses;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the owner of the configured address OWNER once it is verified. Should the address be
 * configured later, or nobody be owner for any other reason, the next start makes up for it.
 */
@Component
class FirstOwner implements EventHandler<UserEvent> {

  private final Optional<String> address;
  private final GrantRoles grants;
  private final Roles roles;
  private final EmailAddresses addresses;
  private final FieldCipher cipher;

  FirstOwner(
      RoleProperties properties,
      GrantRoles grants,
      Roles roles,
      EmailAddresses addresses,
      FieldCipher cipher) {
    this.address =
        Optional.ofNullable(properties.ownerEmail())
            .map(email -> email.strip().toLowerCase(Locale.ROOT))
            .filter(email -> !email.isEmpty());
    this.grants = grants;
    this.roles = roles;
    this.addresses = addresses;
    this.cipher = cipher;
  }

  @Override
  public Class<UserEvent> eventType() {
    return UserEvent.class;
  }

  @Override
  public void handle(UserEvent event, EventMetadata metadata) {
    switch (event) {
      case UserEvent.EmailVerified verified -> consider(verified.userId(), verified.email());
      case UserEvent.EmailChanged changed -> consider(changed.userId(), changed.email());
      default -> {
        // Says nothing about who owns an address.
      }
    }
  }

  private void consider(UUID userId, EncryptedText email) {
    address
        .filter(owner -> owner.equals(cipher.open(email).toLowerCase(Locale.ROOT)))
        .ifPresent(owner -> grants.own(userId));
  }

  @EventListener(ApplicationReadyEvent.class)
  void makeUp() {
    address
        .filter(owner -> roles.activeOwners().isEmpty())
        .flatMap(addresses::verifiedOwner)
        .ifPresent(grants::own);
  }
}
