package app.tdah.user.push;

import app.tdah.user.push.PushOutcome.Gone;
import app.tdah.user.push.PushOutcome.Later;
import app.tdah.user.push.PushOutcome.Refused;
import app.tdah.user.push.PushOutcome.Taken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends messages to browsers through the push service that each has chosen (RFC 8030). */
@Component
public class WebPush implements DisposableBean {

  private final PushSubscriptions subscriptions;
  private final PushHosts hosts;
  private final Vapid vapid;
  private final PushProperties properties;
  private final Clock clock;
  private final HttpClient http;

  WebPush(
      PushSubscriptions subscriptions,
      PushHosts hosts,
      Vapid vapid,
      PushProperties properties,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.hosts = hosts;
    this.vapid = vapid;
    this.properties = properties;
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(properties.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The ids of a user's subscriptions. */
  public List<UUID> subscriptionsOf(UUID userId) {
    return subscriptions.idsOf(userId);
  }

  /** Tells one browser; the answer says what became of it. */
  public PushOutcome send(UUID subscriptionId, PushMessage message) {
    Optional<PushSubscription> found = subscriptions.find(subscriptionId);
    if (found.isEmpty()) {
      return new Gone("no such subscription");
    }
    Optional<URI> endpoint = hosts.accept(found.get().endpoint());
    if (endpoint.isEmpty()) {
      return new Refused("the endpoint's host is not allowed");
    }
    try {
      return outcome(
          found.get(),
          http.send(request(endpoint.get(), found.get(), message), BodyHandlers.discarding()));
    } catch (IOException e) {
      return new Later(e.getClass().getSimpleName(), null);
    } catch (GeneralSecurityException e) {
      return new Refused(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Later("interrupted", null);
    }
  }

  private HttpRequest request(URI endpoint, PushSubscription subscription, PushMessage message)
      throws GeneralSecurityException {
    Base64.Decoder base64 = Base64.getUrlDecoder();
    byte[] body =
        MessageEncryption.encrypt(
            message.payload().getBytes(StandardCharsets.UTF_8),
            P256.publicKey(base64.decode(subscription.p256dh())),
            base64.decode(subscription.auth()));
    return HttpRequest.newBuilder(endpoint)
        .timeout(properties.timeout())
        .header("Authorization", vapid.authorization(endpoint))
        .header("Content-Encoding", "aes128gcm")
        .header("Content-Type", "application/octet-stream")
        .header("TTL", Long.toString(message.timeToLive().toSeconds()))
        .header("Urgency", message.urgency())
        .header("Topic", message.topic())
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private PushOutcome outcome(PushSubscription subscription, HttpResponse<?> response) {
    int status = response.statusCode();
    String reason = "HTTP " + status;
    return switch (status) {
      case 200, 201, 202, 204 -> {
        subscriptions.used(subscription.id());
        yield new Taken();
      }
      case 404, 410 -> {
        subscriptions.remove(subscription.userId(), subscription.id());
        yield new Gone(reason);
      }
      case 400, 413 -> new Refused(reason);
      // Also 401 and 403: a clock or a key that can be put right while the message waits.
      default ->
          new Later(
              reason,
              response
                  .headers()
                  .firstValue("Retry-After")
                  .flatMap(value -> RetryAfter.read(value, clock.instant()))
                  .map(asked ->
                      asked.compareTo(properties.longestWait()) > 0
                          ? properties.longestWait()
                          : asked)
                  .orElse(null));
    };
  }

  @Override
  public void destroy() {
    http.shutdownNow();
  }
}
