package app.tdah.user.profile;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.web.ETags;
import app.tdah.events.UserEvent.ProfileUpdated;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes one user's profile and preferences, and tells the other services. */
@Service
class EditProfile {

  private final Profiles profiles;
  private final PreferenceSets preferences;
  private final EventPublisher events;

  EditProfile(Profiles profiles, PreferenceSets preferences, EventPublisher events) {
    this.profiles = profiles;
    this.preferences = preferences;
    this.events = events;
  }

  @Transactional(readOnly = true)
  Optional<UserAccount> find(UUID userId) {
    return profiles
        .findById(userId)
        .flatMap(
            profile -> preferences.findById(userId).map(found -> new UserAccount(profile, found)));
  }

  @Transactional
  UserAccount rename(UUID userId, String displayName, @Nullable String ifMatch) {
    Profile profile = profiles.lockById(userId).orElseThrow(ProfileNotReady::new);
    ETags.require(ifMatch, profile.version());
    if (profile.rename(displayName)) {
      profiles.saveAndFlush(profile);
      events.publish(new ProfileUpdated(userId, displayName));
    }
    return new UserAccount(profile, preferences.findById(userId).orElseThrow(ProfileNotReady::new));
  }

  @Transactional
  PreferenceSet prefer(UUID userId, @Nullable String ifMatch, Consumer<PreferenceSet> change) {
    PreferenceSet found = preferences.lockById(userId).orElseThrow(ProfileNotReady::new);
    ETags.require(ifMatch, found.version());
    change.accept(found);
    preferences.saveAndFlush(found);
    events.publish(found.updated());
    return found;
  }
}
