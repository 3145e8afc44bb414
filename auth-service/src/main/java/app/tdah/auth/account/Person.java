package app.tdah.auth.account;

/**
 * How to address somebody; a projection of user-service's profile after registration.
 *
 * @param displayName as the user wrote it
 * @param locale {@code en}, {@code es} or {@code pt}
 * @param timeZone IANA id
 */
public record Person(String displayName, String locale, String timeZone) {}
