package app.tdah.user.profile;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
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
@RequestMapping("/api/v1/users/me/preferences")
@Tag(name = "users")
class PreferencesController {

  private final EditProfile profiles;
  private final Arrivals arrivals;

  PreferencesController(EditProfile profiles, Arrivals arrivals) {
    this.profiles = profiles;
    this.arrivals = arrivals;
  }

  @GetMapping
  @Operation(summary = "Language, time zone, hours, energy, looks and tone")
  ResponseEntity<PreferencesBody> getPreferences(CurrentUser user) {
    return answer(arrivals.await(() -> profiles.find(user.id())).preferences());
  }

  @PutMapping
  @Operation(summary = "Replace the preferences")
  ResponseEntity<PreferencesBody> putPreferences(
      CurrentUser user,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody PreferencesUpdate update) {
    arrivals.await(() -> profiles.find(user.id()));
    return answer(profiles.prefer(user.id(), ifMatch, update::applyTo));
  }

  private static ResponseEntity<PreferencesBody> answer(PreferenceSet preferences) {
    return ResponseEntity.ok()
        .eTag(ETags.of(preferences.version()))
        .body(PreferencesBody.from(preferences));
  }

  record PreferencesUpdate(
      @NotNull @Pattern(regexp = "en|es|pt", message = "must be en, es or pt") String locale,
      @NotNull @TimeZoneId String timeZone,
      @Nullable @Valid WorkingHours workingHours,
      @Nullable @Valid QuietHours quietHours,
      @Nullable EnergyPattern energyPattern,
      @Nullable Theme theme,
      @Nullable Boolean reducedMotion,
      @Nullable Tone tone) {

    void applyTo(PreferenceSet preferences) {
      preferences.speak(locale, timeZone);
      preferences.work(workingHours);
      preferences.keepQuiet(quietHours);
      preferences.beMet(energyPattern, tone);
      preferences.look(
          Objects.requireNonNullElse(theme, Theme.SYSTEM), Boolean.TRUE.equals(reducedMotion));
    }
  }

  record PreferencesBody(
      String locale,
      String timeZone,
      @Nullable WorkingHours workingHours,
      @Nullable QuietHours quietHours,
      @Nullable EnergyPattern energyPattern,
      Theme theme,
      boolean reducedMotion,
      @Nullable Tone tone,
      long version) {

    static PreferencesBody from(PreferenceSet preferences) {
      return new PreferencesBody(
          preferences.locale(),
          preferences.timeZone(),
          preferences.workingHours(),
          preferences.quietHours(),
          preferences.energyPattern(),
          preferences.theme(),
          preferences.reducedMotion(),
          preferences.tone(),
          preferences.version());
    }
  }
}
