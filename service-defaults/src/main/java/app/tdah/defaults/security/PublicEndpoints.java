package app.tdah.defaults.security;

import java.util.List;

/**
 * Paths that need no token; everything else is denied without one. A service declares a bean of it.
 *
 * @param patterns Spring path patterns such as {@code /api/v1/auth/login}
 */
public record PublicEndpoints(List<String> patterns) {

  public PublicEndpoints(String... patterns) {
    this(List.of(patterns));
  }
}
