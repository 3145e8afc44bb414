package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.http.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A checked authorization request (RFC 6749, section 4.1.1, with PKCE). */
record Authorization(
    String redirectUri,
    Set<String> scopes,
    @Nullable String state,
    @Nullable String challenge,
    String challengeMethod,
    boolean offline,
    boolean forcesConsent,
    boolean includesGranted,
    String account) {

  /** The names that the consent page carries over into its form. */
  static final List<String> PARAMETERS =
      List.of(
          "client_id",
          "redirect_uri",
          "response_type",
          "scope",
          "state",
          "code_challenge",
          "code_challenge_method",
          "access_type",
          "prompt",
          "include_granted_scopes",
          "login_hint");

  static final String DEFAULT_ACCOUNT = "alex.example@gmail.com";

  /** Why Google would show an error page instead of asking. */
  static final class Refused extends Exception {
    final String error;

    Refused(String error, String message) {
      super(message, null, false, false);
      this.error = error;
    }
  }

  static Authorization of(Parameters parameters, String clientId) throws Refused {
    if (!require(parameters, "client_id").equals(clientId)) {
      throw new Refused("invalid_client", "The OAuth client was not found.");
    }
    if (!require(parameters, "response_type").equals("code")) {
      throw new Refused("unsupported_response_type", "Only response_type=code is supported.");
    }
    String method = parameters.get("code_challenge_method", "plain");
    if (!List.of("S256", "plain").contains(method)) {
      throw new Refused("invalid_request", "Invalid code_challenge_method: " + method);
    }
    return new Authorization(
        redirectUri(require(parameters, "redirect_uri")),
        Scopes.parse(require(parameters, "scope")),
        parameters.get("state").orElse(null),
        parameters.get("code_challenge").orElse(null),
        method,
        parameters.get("access_type", "online").equals("offline"),
        List.of(parameters.get("prompt", "").split("\\s+")).contains("consent"),
        parameters.get("include_granted_scopes", "false").equals("true"),
        parameters.get("login_hint").filter(it -> it.contains("@")).orElse(DEFAULT_ACCOUNT));
  }

  /** The redirect URI with these parameters and the state added. */
  String redirect(Map<String, String> answer) {
    String query =
        answer.entrySet().stream()
            .map(it -> it.getKey() + "=" + encode(it.getValue()))
            .collect(Collectors.joining("&"));
    String prefix = state == null ? "" : "state=" + encode(state) + "&";
    return redirectUri + (redirectUri.contains("?") ? "&" : "?") + prefix + query;
  }

  private static String redirectUri(String text) throws Refused {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null
          && uri.getRawFragment() == null
          && List.of("http", "https").contains(uri.getScheme())) {
        return text;
      }
    } catch (URISyntaxException e) {
      // falls through to the refusal
    }
    throw new Refused("redirect_uri_mismatch", "Invalid redirect_uri: " + text);
  }

  private static String require(Parameters parameters, String name) throws Refused {
    return parameters
        .get(name)
        .orElseThrow(() -> new Refused("invalid_request", "Missing required parameter: " + name));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
