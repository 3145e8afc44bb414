package app.tdah.user.profile;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks up how to write to a user. */
@Component
public class Contacts {

  private final EditProfile profiles;

  Contacts(EditProfile profiles) {
    this.profiles = profiles;
  }

  /** Empty while the profile of a new account is still on its way. */
  public Optional<Contact> find(UUID userId) {
    return profiles
        .find(userId)
        .map(account ->
            new Contact(
                account.profile().email(),
                account.profile().displayName(),
                Locale.of(account.preferences().locale()),
                ZoneId.of(account.preferences().timeZone()),
                account.preferences().quietHours()));
  }

  /** The user's language, English while it is not known. */
  public Locale localeOf(UUID userId) {
    return find(userId).map(Contact::locale).orElse(Locale.ENGLISH);
  }
}
