package app.tdah.session.device;

import org.jspecify.annotations.Nullable;

/**
 * What was known of a device when its user signed in on it.
 *
 * @param key tells it from the user's other ones
 * @param firstTime whether the user had never signed in on it
 * @param knowsOthers whether the user had signed in on another one before
 * @param trusted whether the user trusts it
 * @param name in words; null when nothing can be told
 */
public record Sighting(
    String key, boolean firstTime, boolean knowsOthers, boolean trusted, @Nullable String name) {}
