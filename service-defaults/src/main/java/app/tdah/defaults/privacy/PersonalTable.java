package app.tdah.defaults.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A table with rows about people.
 *
 * @param name of the table
 * @param owner condition for the rows of the user {@code :user}
 * @param shown further condition for rows that the user may see
 * @param exported whether it is part of an export at all
 * @param hidden columns that are not: hashes, tokens, book-keeping
 * @param encrypted columns with ciphertexts, and their context by the row
 */
public record PersonalTable(
    String name,
    String owner,
    String shown,
    boolean exported,
    Set<String> hidden,
    Map<String, Function<Map<String, String>, String>> encrypted) {

  /** Copies what may be changed. */
  public PersonalTable {
    hidden = Set.copyOf(hidden);
    encrypted = Map.copyOf(encrypted);
  }

  /** A table with the column {@code user_id}. */
  public static PersonalTable owned(String name) {
    return where(name, "user_id = :user");
  }

  /** A table whose rows are the user's by another condition. */
  public static PersonalTable where(String name, String owner) {
    return new PersonalTable(name, owner, "true", true, Set.of(), Map.of());
  }

  /** Without these columns. */
  public PersonalTable hiding(String... columns) {
    Set<String> all = new HashSet<>(hidden);
    all.addAll(List.of(columns));
    return new PersonalTable(name, owner, shown, exported, all, encrypted);
  }

  /** A column that is decrypted; the context may depend on other columns of the row. */
  public PersonalTable decrypting(String column, Function<Map<String, String>, String> context) {
    Map<String, Function<Map<String, String>, String>> all = new HashMap<>(encrypted);
    all.put(column, context);
    return new PersonalTable(name, owner, shown, exported, hidden, all);
  }

  /** Only rows of this condition are exported; all are erased. */
  public PersonalTable showing(String condition) {
    return new PersonalTable(name, owner, condition, exported, hidden, encrypted);
  }

  /** Erased, and not exported: it tells the user nothing. */
  public PersonalTable erasedOnly() {
    return new PersonalTable(name, owner, shown, false, hidden, encrypted);
  }

  List<String> conditions() {
    return new ArrayList<>(List.of("(" + owner + ")", "(" + shown + ")"));
  }
}
