package app.tdah.devstack.simulator.google;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people consented to: authorization codes, refresh tokens and access tokens. */
final class Grants {
  static final Duration ACCESS_LIFETIME = Duration.ofSeconds(3_599);
  private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
  private static final int KEPT_ACCESS_TOKENS = 500;

  /** An approval that waits to be exchanged, once. */
  record Code(
      String account,
      Set<String> scopes,
      String redirectUri,
      boolean refreshable,
      @Nullable String challenge,
      String challengeMethod,
      Instant expiresAt) {}

  record Refresh(String token, String account, Set<String> scopes) {}

  record Access(
      String token,
      String account,
      Set<String> scopes,
      Instant expiresAt,
      @Nullable String refreshToken) {}

  record Content(List<Refresh> refreshTokens, List<Access> accessTokens) {}

  private final Map<String, Code> codes = new HashMap<>();
  private final List<Refresh> refreshTokens = new ArrayList<>();
  private final List<Access> accessTokens = new ArrayList<>();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final Runnable changed;

  Grants(Clock clock, @Nullable Content content, Runnable changed) {
    this.clock = clock;
    this.changed = changed;
    if (content != null) {
      refreshTokens.addAll(content.refreshTokens());
      accessTokens.addAll(content.accessTokens());
    }
  }

  synchronized String approve(
      Authorization authorization, String account, Set<String> approved, boolean refreshable) {
    String code = "4/0" + secret();
    codes.put(
        code,
        new Code(
            account,
            approved,
            authorization.redirectUri(),
            refreshable,
            authorization.challenge(),
            authorization.challengeMethod(),
            clock.instant().plus(CODE_LIFETIME)));
    return code;
  }

  /** Empty when it is unknown, was used before, or is too old. */
  synchronized Optional<Code> redeem(String code) {
    return Optional.ofNullable(codes.remove(code))
        .filter(it -> clock.instant().isBefore(it.expiresAt()));
  }

  synchronized Set<String> grantedTo(String account) {
    Set<String> scopes = new LinkedHashSet<>();
    refreshTokens.stream()
        .filter(it -> it.account().equals(account))
        .forEach(it -> scopes.addAll(it.scopes()));
    return scopes;
  }

  synchronized Refresh issueRefresh(String account, Set<String> scopes) {
    Refresh refresh = new Refresh("1//0" + secret(), account, scopes);
    refreshTokens.add(refresh);
    changed.run();
    return refresh;
  }

  synchronized Access issueAccess(
      String account, Set<String> scopes, @Nullable String refreshToken) {
    Instant expiresAt = clock.instant().plus(ACCESS_LIFETIME);
    Access access = new Access("ya29." + secret(), account, scopes, expiresAt, refreshToken);
    accessTokens.add(access);
    if (accessTokens.size() > KEPT_ACCESS_TOKENS) {
      accessTokens.removeFirst();
    }
    changed.run();
    return access;
  }

  synchronized Optional<Refresh> refresh(String token) {
    return refreshTokens.stream().filter(it -> it.token().equals(token)).findFirst();
  }

  synchronized Optional<Access> access(String token) {
    return accessTokens.stream()
        .filter(it -> it.token().equals(token))
        .filter(it -> clock.instant().isBefore(it.expiresAt()))
        .findFirst();
  }

  /**
   * Ends the grant that the token belongs to; false when it is unknown. Google would end all grants
   * of that person, but here many users of the suite share one simulated account.
   */
  synchronized boolean revoke(String token) {
    Optional<Access> access = access(token);
    if (access.isEmpty() && refresh(token).isEmpty()) {
      return false;
    }
    String refreshToken = access.isEmpty() ? token : access.get().refreshToken();
    refreshTokens.removeIf(it -> it.token().equals(refreshToken));
    accessTokens.removeIf(it ->
        it.token().equals(token)
            || (refreshToken != null && refreshToken.equals(it.refreshToken())));
    changed.run();
    return true;
  }

  synchronized void revokeAll() {
    refreshTokens.clear();
    expireAccessTokens();
  }

  synchronized void expireAccessTokens() {
    accessTokens.clear();
    changed.run();
  }

  synchronized Content content() {
    return new Content(List.copyOf(refreshTokens), List.copyOf(accessTokens));
  }

  private String secret() {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
