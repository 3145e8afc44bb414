package app.tdah.sms.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's SDK on the JDK's client. The SDK's own clients retry 5xx, 429 and 503 by themselves,
 * which sends a message twice when the first call got through; this one calls exactly once.
 */
final class TwilioHttpClient extends HttpClient {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final URI apiUrl;
  private final java.net.http.HttpClient client =
      java.net.http.HttpClient.newBuilder()
          .version(java.net.http.HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  TwilioHttpClient(URI apiUrl) {
    this.apiUrl = apiUrl;
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] codes, int retries, long delayMillis) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    try {
      HttpResponse<String> response =
          client.send(translate(request), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 429) {
        throw new Throttled(retryAfter(response));
      }
      return new Response(response.body(), response.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new Unreachable(e);
    } catch (IOException e) {
      throw new BrokenOff(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokenOff(e);
    }
  }

  private HttpRequest translate(Request request) {
    URI asked = URI.create(request.constructURL().toString());
    String query = asked.getRawQuery();
    URI target = apiUrl.resolve(asked.getRawPath() + (query == null ? "" : "?" + query));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(target)
            .timeout(TIMEOUT)
            .header("Authorization", request.getAuthString())
            .header("Accept", "application/json");
    return request.getMethod() == HttpMethod.POST
        ? builder
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
            .build()
        : builder.GET().build();
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(null);
  }

  /** 429: nothing was sent. */
  static final class Throttled extends RuntimeException {
    private final transient @Nullable Duration retryAfter;

    Throttled(@Nullable Duration retryAfter) {
      super("Twilio answered 429");
      this.retryAfter = retryAfter;
    }

    @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** No connection: nothing was sent. */
  static final class Unreachable extends RuntimeException {
    Unreachable(Exception cause) {
      super("Twilio cannot be reached", cause);
    }
  }

  /** The request may have arrived. */
  static final class BrokenOff extends RuntimeException {
    BrokenOff(Exception cause) {
      super("The call to Twilio broke off", cause);
    }
  }
}
