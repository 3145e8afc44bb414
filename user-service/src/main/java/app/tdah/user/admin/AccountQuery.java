package app.tdah.user.admin;

import app.tdah.user.profile.EmailAddresses;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a search. Each goes by an index, so that a page takes as long among a million
 * accounts as among a thousand.
 */
final class AccountQuery {

  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final String ERASING =
      "(select user_id from erasure_requests where status in ('SCHEDULED', 'RUNNING'))";

  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final StringBuilder sql = new StringBuilder("true");

  /** A whole address, an id, or the beginnings of words of a name. */
  AccountQuery text(String text, EmailAddresses addresses) {
    if (text.contains("@")) {
      return and("p.email_index = :email", "email", addresses.indexOf(text));
    }
    if (ID.matcher(text.strip()).matches()) {
      return and("p.id = :id", "id", UUID.fromString(text.strip()));
    }
    String words =
        Arrays.stream(NO_WORD.split(text))
            .filter(word -> !word.isEmpty())
            .map(word -> "'" + word + "':*")
            .collect(Collectors.joining(" & "));
    return words.isEmpty()
        ? and("false")
        : and(
            "to_tsvector('simple', p.display_name) @@ to_tsquery('simple', :words)",
            "words",
            words);
  }

  AccountQuery roles(Collection<String> roles) {
    return and(
        "p.id in (select user_id from role_grants where role in (:roles))",
        "roles",
        Set.copyOf(roles));
  }

  AccountQuery status(Account.Status status) {
    return switch (status) {
      case ERASING -> and("p.id in " + ERASING);
      case SUSPENDED ->
          and("p.id in (select user_id from suspensions)").and("p.id not in " + ERASING);
      case ACTIVE -> and("s.user_id is null").and("p.id not in " + ERASING);
    };
  }

  AccountQuery after(@Nullable UUID last) {
    return last == null ? this : and("p.id < :after", "after", last);
  }

  String sql() {
    return sql.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private AccountQuery and(String condition) {
    sql.append(" and ").append(condition);
    return this;
  }

  private AccountQuery and(String condition, String name, Object value) {
    parameters.put(name, value);
    return and(condition);
  }
}
