package app.tdah.user.notification;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.InvalidField;
import app.tdah.user.notification.NotificationSettings.Digest;
import app.tdah.user.notification.NotificationSettings.Toggles;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me/notification-settings")
@Tag(name = "notifications")
class SettingsController {

  private final SettingsStore settings;

  SettingsController(SettingsStore settings) {
    this.settings = settings;
  }

  @GetMapping
  @Operation(summary = "How I am told")
  ResponseEntity<SettingsBody> getNotificationSettings(CurrentUser user) {
    return answer(settings.of(user.id()));
  }

  @PutMapping
  @Operation(summary = "Replace how I am told; security always comes by e-mail and in the app")
  ResponseEntity<SettingsBody> putNotificationSettings(
      CurrentUser user,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody SettingsUpdate update) {
    return answer(settings.put(user.id(), ifMatch, update.settings()));
  }

  private static ResponseEntity<SettingsBody> answer(NotificationSettings settings) {
    return ResponseEntity.ok().eTag(ETags.of(settings.version())).body(SettingsBody.from(settings));
  }

  record SettingsUpdate(
      @NotNull Boolean email,
      @NotNull Boolean push,
      @NotNull Boolean sms,
      @NotNull Boolean inApp,
      @NotNull Digest digest,
      @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "08:00")
          LocalTime digestAt,
      @NotNull @Valid CategoriesUpdate categories) {

    NotificationSettings settings() {
      ChannelsUpdate security = categories.security();
      if (security != null && !security.email()) {
        throw new InvalidField(
            "categories.security.email", "must be true: security always comes by e-mail");
      }
      return new NotificationSettings(
          email,
          push,
          sms,
          inApp,
          digest,
          digestAt,
          security == null ? NotificationSettings.INITIAL.security() : security.toggles(),
          categories.reminders().toggles(),
          categories.product().toggles(),
          0);
    }
  }

  record CategoriesUpdate(
      @Nullable @Valid ChannelsUpdate security,
      @NotNull @Valid ChannelsUpdate reminders,
      @NotNull @Valid ChannelsUpdate product) {}

  record ChannelsUpdate(@NotNull Boolean email, @NotNull Boolean push, @NotNull Boolean sms) {

    Toggles toggles() {
      return new Toggles(email, push, sms);
    }
  }

  record SettingsBody(
      boolean email,
      boolean push,
      boolean sms,
      boolean inApp,
      Digest digest,
      @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "08:00") LocalTime digestAt,
      Categories categories,
      long version) {

    static SettingsBody from(NotificationSettings settings) {
      return new SettingsBody(
          settings.email(),
          settings.push(),
          settings.sms(),
          settings.inApp(),
          settings.digest(),
          settings.digestAt(),
          new Categories(settings.security(), settings.reminders(), settings.product()),
          settings.version());
    }
  }

  record Categories(Toggles security, Toggles reminders, Toggles product) {}
}
