package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.fault.Vendor;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Parameters;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Token, revocation and userinfo endpoints. */
final class TokenApi {
  /** Faults of the data API say nothing about tokens; a 400 here is {@code invalid_grant}. */
  private static final Set<Integer> NOT_FOR_TOKENS = Set.of(401, 403, 404, 409, 410, 412);

  private final String clientId;
  private final String clientSecret;
  private final Grants grants;
  private final Faults faults;

  TokenApi(String clientId, String clientSecret, Grants grants, Faults faults) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.grants = grants;
    this.faults = faults;
  }

  void register(Router router) {
    router
        .post("/google/token", this::token)
        .post("/google/revoke", this::revoke)
        .get("/google/oauth2/v3/userinfo", this::userinfo);
  }

  private Response token(Request request) {
    breakIfAsked(faults.take(Vendor.GOOGLE, TokenApi::concernsTokens));
    Parameters form = request.form();
    authenticate(request, form);
    return switch (require(form, "grant_type")) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> refresh(form);
      case String other ->
          throw new OAuthError(400, "unsupported_grant_type", "Invalid grant_type: " + other);
    };
  }

  private Response exchange(Parameters form) {
    Grants.Code code =
        grants
            .redeem(require(form, "code"))
            .orElseThrow(() -> OAuthError.invalidGrant("Malformed auth code."));
    if (!require(form, "redirect_uri").equals(code.redirectUri())) {
      throw new OAuthError(400, "redirect_uri_mismatch", "Bad Request");
    }
    if (code.challenge() != null) {
      String verifier =
          form.get("code_verifier")
              .orElseThrow(() -> OAuthError.invalidGrant("Missing code verifier."));
      if (!code.challenge().equals(challenge(verifier, code.challengeMethod()))) {
        throw OAuthError.invalidGrant("Invalid code verifier.");
      }
    }
    if (!code.refreshable()) {
      return Response.json(200, access(code.account(), code.scopes(), null));
    }
    String refreshToken = grants.issueRefresh(code.account(), code.scopes()).token();
    return Response.json(
        200,
        access(code.account(), code.scopes(), refreshToken).put("refresh_token", refreshToken));
  }

  private Response refresh(Parameters form) {
    Grants.Refresh refresh =
        grants
            .refresh(require(form, "refresh_token"))
            .orElseThrow(() -> OAuthError.invalidGrant("Token has been expired or revoked."));
    return Response.json(200, access(refresh.account(), refresh.scopes(), refresh.token()));
  }

  private ObjectNode access(String account, Set<String> scopes, @Nullable String refreshToken) {
    return Json.object()
        .put("access_token", grants.issueAccess(account, scopes, refreshToken).token())
        .put("expires_in", Grants.ACCESS_LIFETIME.toSeconds())
        .put("scope", Scopes.join(scopes))
        .put("token_type", "Bearer");
  }

  private Response revoke(Request request) {
    breakIfAsked(faults.take(Vendor.GOOGLE, TokenApi::concernsTokens));
    String token =
        request
            .form()
            .get("token")
            .or(() -> request.query().get("token"))
            .orElseThrow(() -> OAuthError.missing("token"));
    if (!grants.revoke(token)) {
      throw new OAuthError(400, "invalid_token", "Token expired or revoked");
    }
    return Response.json(200, Json.object());
  }

  private Response userinfo(Request request) {
    breakIfAsked(faults.take(Vendor.GOOGLE, TokenApi::concernsProfile));
    Grants.Access access =
        request
            .bearer()
            .flatMap(grants::access)
            .orElseThrow(() -> new OAuthError(401, "invalid_request", "Invalid Credentials"));
    return Response.json(200, profile(access));
  }

  private static ObjectNode profile(Grants.Access access) {
    String account = access.account();
    UUID hash = UUID.nameUUIDFromBytes(account.getBytes(StandardCharsets.UTF_8));
    long id = hash.getMostSignificantBits() >>> 4;
    ObjectNode profile = Json.object().put("sub", "10%019d".formatted(id));
    if (Scopes.readsProfile(access.scopes())) {
      profile.put("name", "Alex Example").put("given_name", "Alex").put("family_name", "Example");
    }
    if (Scopes.readsEmail(access.scopes())) {
      profile.put("email", account).put("email_verified", true);
    }
    return profile;
  }

  private void authenticate(Request request, Parameters form) {
    String given =
        request
            .header("Authorization")
            .filter(it -> it.startsWith("Basic "))
            .map(it -> it.substring(6).strip())
            .orElseGet(() -> basic(form.get("client_id", ""), form.get("client_secret", "")));
    if (!given.equals(basic(clientId, clientSecret))) {
      throw new OAuthError(401, "invalid_client", "The provided client secret is invalid.");
    }
  }

  private static String basic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }

  private static String require(Parameters form, String name) {
    return form.get(name).orElseThrow(() -> OAuthError.missing(name));
  }

  private static boolean concernsTokens(Fault fault) {
    return fault.status() == null || !NOT_FOR_TOKENS.contains(fault.status());
  }

  private static boolean concernsProfile(Fault fault) {
    return fault.status() == null || (fault.status() != 400 && fault.status() != 410);
  }

  private static void breakIfAsked(Fault fault) {
    fault.pause();
    if (fault.status() != null) {
      throw OAuthError.of(fault.status(), fault);
    }
  }

  private static @Nullable String challenge(String verifier, String method) {
    if (method.equals("plain")) {
      return verifier;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
