package app.tdah.chat.budget;

import org.jspecify.annotations.Nullable;

/** Limits of one user in millionths of the currency unit; null for none. */
public record Limits(@Nullable Long day, @Nullable Long month) {

  static final Limits NONE = new Limits(null, null);

  /** The tighter of both, for day and month. */
  Limits and(Limits other) {
    return new Limits(tighter(day, other.day), tighter(month, other.month));
  }

  private static @Nullable Long tighter(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.min(one, other);
  }
}
