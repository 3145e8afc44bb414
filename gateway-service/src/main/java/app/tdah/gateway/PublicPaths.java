package app.tdah.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What may be posted without an access token, and what takes a secret. */
final class PublicPaths {

  /** Each takes a secret that could be guessed, or sends mail or text messages to somebody. */
  private static final String[] SECRETS = {
    "/api/v1/auth/register",
    "/api/v1/auth/login",
    "/api/v1/auth/email/verify",
    "/api/v1/auth/email/verify/resend",
    "/api/v1/auth/email/change/confirm",
    "/api/v1/auth/password/forgot",
    "/api/v1/auth/password/reset",
    "/api/v1/auth/mfa/challenges/**",
    "/api/v1/auth/passkeys/login/**"
  };

  private static final String[] SESSIONS = {"/api/v1/auth/refresh", "/api/v1/auth/logout"};
  private static final String WEBHOOKS = "/api/v1/sms/webhooks/**";

  /** Takes a secret too, but of whoever holds the session. */
  private static final String PROOF = "/api/v1/auth/reauthenticate";

  private static final List<PathPattern> SECRET_PATTERNS = parse(SECRETS);
  private static final List<PathPattern> SESSION_PATTERNS = parse(SESSIONS);
  private static final List<PathPattern> PROOF_PATTERNS = parse(new String[] {PROOF});

  private PublicPaths() {}

  static String[] patterns() {
    return Stream.of(SECRETS, SESSIONS, new String[] {WEBHOOKS})
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }

  /** A stale token must not keep anybody from signing in or renewing it. */
  static boolean areCredentials(ServerHttpRequest request) {
    return takeSecrets(request) || matches(SESSION_PATTERNS, request);
  }

  /** Those have a narrow limit per address. */
  static boolean takeSecrets(ServerHttpRequest request) {
    return matches(SECRET_PATTERNS, request);
  }

  /** That has the same narrow limit, per user. */
  static boolean takesProof(ServerHttpRequest request) {
    return matches(PROOF_PATTERNS, request);
  }

  private static boolean matches(List<PathPattern> patterns, ServerHttpRequest request) {
    return patterns.stream()
        .anyMatch(pattern -> pattern.matches(request.getPath().pathWithinApplication()));
  }

  private static List<PathPattern> parse(String[] patterns) {
    return Arrays.stream(patterns).map(PathPatternParser.defaultInstance::parse).toList();
  }
}
