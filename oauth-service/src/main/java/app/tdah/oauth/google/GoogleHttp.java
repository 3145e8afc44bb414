package app.tdah.oauth.google;

import app.tdah.oauth.provider.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to Google: with timeouts, without retries, failures as {@link ProviderException}. */
@Component
class GoogleHttp {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(15);

  private final RestClient client;
  private final JsonMapper json;
  private final GoogleErrors errors;

  GoogleHttp(JsonMapper json, GoogleErrors errors) {
    this.json = json;
    this.errors = errors;
    JdkClientHttpRequestFactory factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
    factory.setReadTimeout(READ_TIMEOUT);
    this.client = RestClient.builder().requestFactory(factory).build();
  }

  JsonNode get(URI uri, String accessToken) {
    return call(client.get().uri(uri).headers(headers -> headers.setBearerAuth(accessToken)));
  }

  JsonNode post(URI uri, Map<String, String> form) {
    MultiValueMap<String, String> body = new LinkedMultiValueMap<>();
    form.forEach(body::add);
    return call(
        client.post().uri(uri).contentType(MediaType.APPLICATION_FORM_URLENCODED).body(body));
  }

  /** RFC 7009: Google answers 400 for a token that it no longer knows, which is what we want. */
  void revoke(URI uri, String token) {
    try {
      post(uri, Map.of("token", token));
    } catch (ProviderException.TokenUnknown e) {
      // Nothing is left to revoke.
    }
  }

  private JsonNode call(RestClient.RequestHeadersSpec<?> request) {
    try {
      return request.exchangeForRequiredValue((sent, response) -> read(response));
    } catch (ResourceAccessException e) {
      throw new ProviderException.Unavailable("Google cannot be reached", e);
    }
  }

  private JsonNode read(ClientHttpResponse response) throws IOException {
    byte[] body = response.getBody().readAllBytes();
    if (response.getStatusCode().is2xxSuccessful()) {
      return parse(body);
    }
    throw errors.translate(
        response.getStatusCode().value(), response.getHeaders(), errorBody(body));
  }

  private JsonNode parse(byte[] body) {
    try {
      return body.length == 0 ? json.createObjectNode() : json.readTree(body);
    } catch (JacksonException e) {
      throw new ProviderException.Unavailable("Google's answer is no JSON", e);
    }
  }

  /** A proxy's HTML is an error without a reason. */
  private JsonNode errorBody(byte[] body) {
    try {
      return parse(body);
    } catch (ProviderException.Unavailable e) {
      return json.createObjectNode();
    }
  }
}
