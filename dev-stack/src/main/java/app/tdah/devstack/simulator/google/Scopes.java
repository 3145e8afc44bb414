package app.tdah.devstack.simulator.google;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The scopes that mean something here, and what a person reads on the consent page. */
final class Scopes {
  private static final String PREFIX = "https://www.googleapis.com/auth/";

  private Scopes() {}

  static Set<String> parse(String spaced) {
    Set<String> scopes = new LinkedHashSet<>(Arrays.asList(spaced.strip().split("\\s+")));
    scopes.remove("");
    return scopes;
  }

  static String join(Set<String> scopes) {
    return String.join(" ", scopes);
  }

  /** Those that Google always grants together with the sign-in. */
  static boolean isIdentity(String scope) {
    return List.of("openid", "email", "profile").contains(scope)
        || scope.startsWith(PREFIX + "userinfo.");
  }

  static boolean readsCalendar(Set<String> scopes) {
    return writesCalendar(scopes)
        || scopes.contains(PREFIX + "calendar.readonly")
        || scopes.contains(PREFIX + "calendar.events.readonly");
  }

  static boolean listsCalendars(Set<String> scopes) {
    return scopes.contains(PREFIX + "calendar")
        || scopes.contains(PREFIX + "calendar.readonly")
        || scopes.contains(PREFIX + "calendar.calendarlist")
        || scopes.contains(PREFIX + "calendar.calendarlist.readonly");
  }

  static boolean writesCalendar(Set<String> scopes) {
    return scopes.contains(PREFIX + "calendar") || scopes.contains(PREFIX + "calendar.events");
  }

  static boolean readsProfile(Set<String> scopes) {
    return scopes.contains("profile") || scopes.contains(PREFIX + "userinfo.profile");
  }

  static boolean readsEmail(Set<String> scopes) {
    return scopes.contains("email") || scopes.contains(PREFIX + "userinfo.email");
  }

  static String describe(String scope) {
    return switch (scope) {
      case "openid" -> "Know who you are on Google";
      case "email", PREFIX + "userinfo.email" -> "See your primary Google Account email address";
      case "profile", PREFIX + "userinfo.profile" -> "See your personal info";
      case PREFIX + "calendar" ->
          "See, edit, share, and permanently delete all the calendars you can access";
      case PREFIX + "calendar.events" -> "View and edit events on all your calendars";
      case PREFIX + "calendar.readonly" -> "See and download any calendar you can access";
      case PREFIX + "calendar.events.readonly" -> "View events on all your calendars";
      default -> scope;
    };
  }
}
