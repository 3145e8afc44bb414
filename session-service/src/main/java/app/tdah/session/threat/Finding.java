package app.tdah.session.threat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found.
 *
 * @param rule the rule's name
 * @param userId against whom; null when against many
 * @param address from where; null when from many places
 * @param cause what sets it apart from other findings of the rule about the same subject
 * @param evidence in the order of the words in the rule's text
 * @param actions what to do about it
 * @param sessions to end
 * @param addresses to slow down
 */
record Finding(
    String rule,
    Severity severity,
    @Nullable UUID userId,
    @Nullable String address,
    String cause,
    Map<String, Object> evidence,
    Set<Action> actions,
    List<UUID> sessions,
    List<String> addresses) {

  /** The same for the same rule, subject and cause. */
  String fingerprint() {
    return fingerprint(rule, userId, cause);
  }

  static String fingerprint(String rule, @Nullable UUID userId, String cause) {
    return rule + "|" + (userId == null ? "" : userId) + "|" + cause;
  }

  /** Against a user, who is told. */
  static Finding against(
      UUID userId,
      String rule,
      Severity severity,
      @Nullable String address,
      String cause,
      Map<String, Object> evidence,
      Set<Action> actions) {
    return new Finding(
        rule, severity, userId, address, cause, evidence, actions, List.of(), List.of());
  }

  Finding ending(UUID session) {
    return new Finding(
        rule, severity, userId, address, cause, evidence, actions, List.of(session), addresses);
  }

  Finding throttling(List<String> slowed) {
    return new Finding(rule, severity, userId, address, cause, evidence, actions, sessions, slowed);
  }
}
