package app.tdah.user.push;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me")
@Tag(name = "push")
class PushController {

  private final Subscribe subscribe;
  private final PushSubscriptions subscriptions;
  private final VapidKeys keys;

  PushController(Subscribe subscribe, PushSubscriptions subscriptions, VapidKeys keys) {
    this.subscribe = subscribe;
    this.subscriptions = subscriptions;
    this.keys = keys;
  }

  @GetMapping("/push-key")
  @Operation(summary = "The applicationServerKey to subscribe with, in base64url")
  PushKey getPushKey(CurrentUser user) {
    return new PushKey(keys.publicKey());
  }

  @GetMapping("/push-subscriptions")
  @Operation(summary = "The browsers that are told")
  CursorPage<SubscriptionBody> listPushSubscriptions(CurrentUser user) {
    return new CursorPage<>(
        subscriptions.of(user.id()).stream().map(SubscriptionBody::from).toList(), null);
  }

  @PostMapping("/push-subscriptions")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Tell this browser; the same endpoint again replaces its subscription")
  SubscriptionId addPushSubscription(
      CurrentUser user, @Valid @RequestBody NewSubscription request) {
    return new SubscriptionId(
        subscribe.subscribe(
            user.id(),
            request.endpoint(),
            request.keys().p256dh(),
            request.keys().auth(),
            request.deviceName()));
  }

  @DeleteMapping("/push-subscriptions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Tell this browser nothing more")
  void removePushSubscription(CurrentUser user, @PathVariable UUID id) {
    if (!subscriptions.remove(user.id(), id)) {
      throw new PushSubscriptionNotFound();
    }
  }

  record PushKey(String publicKey) {}

  record NewSubscription(
      @NotBlank @Size(max = 2048) String endpoint,
      @NotNull @Valid SubscriptionKeys keys,
      @Nullable
          @Size(max = 100)
          @Pattern(regexp = "\\P{Cntrl}*", message = "must not have control characters")
          String deviceName) {}

  record SubscriptionKeys(
      @NotBlank @Size(max = 200) String p256dh, @NotBlank @Size(max = 100) String auth) {}

  record SubscriptionId(UUID id) {}

  record SubscriptionBody(
      UUID id,
      @Nullable String deviceName,
      String service,
      Instant createdAt,
      @Nullable Instant usedAt) {

    static SubscriptionBody from(PushSubscription subscription) {
      return new SubscriptionBody(
          subscription.id(),
          subscription.deviceName(),
          URI.create(subscription.endpoint()).getHost(),
          subscription.createdAt(),
          subscription.usedAt());
    }
  }
}
