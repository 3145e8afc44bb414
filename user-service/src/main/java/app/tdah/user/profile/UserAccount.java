package app.tdah.user.profile;

/** A profile with the preferences that belong to it. */
record UserAccount(Profile profile, PreferenceSet preferences) {}
