package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.http.Parameters;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The authorization endpoint: asks, or answers at once with {@code auto=approve} or {@code deny}.
 */
final class ConsentApi {
  static final String PATH = "/google/o/oauth2/v2/auth";

  private final String clientId;
  private final Grants grants;

  ConsentApi(String clientId, Grants grants) {
    this.clientId = clientId;
    this.grants = grants;
  }

  void register(Router router) {
    router.get(PATH, this::ask).post(PATH, this::decide);
  }

  private Response ask(Request request) {
    Parameters query = request.query();
    return with(
        query,
        authorization ->
            switch (query.get("auto", "")) {
              case "approve" -> approve(authorization, authorization.scopes());
              case "deny" -> deny(authorization);
              default -> Response.html(200, ConsentPage.ask(authorization, query));
            });
  }

  private Response decide(Request request) {
    Parameters form = request.form();
    return with(
        form,
        authorization -> {
          if (!form.get("decision", "").equals("approve")) {
            return deny(authorization);
          }
          Set<String> approved = new LinkedHashSet<>(authorization.scopes());
          approved.removeIf(it -> !Scopes.isIdentity(it) && !form.all("approved").contains(it));
          return approve(authorization, approved);
        });
  }

  private Response with(Parameters parameters, Function<Authorization, Response> answer) {
    try {
      return answer.apply(Authorization.of(parameters, clientId));
    } catch (Authorization.Refused refused) {
      int status = refused.error.equals("invalid_client") ? 401 : 400;
      return Response.html(status, ConsentPage.refuse(status, refused));
    }
  }

  private Response approve(Authorization authorization, Set<String> approved) {
    Set<String> before = grants.grantedTo(authorization.account());
    Set<String> scopes = new LinkedHashSet<>(approved);
    if (authorization.includesGranted()) {
      scopes.addAll(before);
    }
    // As at Google, a second consent gives no second refresh token unless it was forced.
    boolean refreshable =
        authorization.offline() && (authorization.forcesConsent() || !before.containsAll(approved));
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("code", grants.approve(authorization, authorization.account(), scopes, refreshable));
    answer.put("scope", Scopes.join(scopes));
    answer.put("authuser", "0");
    answer.put("prompt", "consent");
    return Response.redirect(authorization.redirect(answer));
  }

  private static Response deny(Authorization authorization) {
    return Response.redirect(authorization.redirect(Map.of("error", "access_denied")));
  }
}
