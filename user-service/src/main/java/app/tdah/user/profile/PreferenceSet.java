package app.tdah.user.profile;

import app.tdah.events.UserEvent.PreferencesUpdated;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How a user wants the product to behave. */
@Entity
@Table(name = "preference_sets")
class PreferenceSet {

  static final Set<String> LANGUAGES = Set.of("en", "es", "pt");

  @Id private UUID userId;
  private String locale;
  private String timeZone;

  @JdbcTypeCode(SqlTypes.LOCAL_TIME)
  @Column(columnDefinition = "time")
  private @Nullable LocalTime quietStart;

  @JdbcTypeCode(SqlTypes.LOCAL_TIME)
  @Column(columnDefinition = "time")
  private @Nullable LocalTime quietEnd;

  @JdbcTypeCode(SqlTypes.LOCAL_TIME)
  @Column(columnDefinition = "time")
  private @Nullable LocalTime workStart;

  @JdbcTypeCode(SqlTypes.LOCAL_TIME)
  @Column(columnDefinition = "time")
  private @Nullable LocalTime workEnd;

  @Enumerated(EnumType.STRING)
  private @Nullable EnergyPattern energyPattern;

  @Enumerated(EnumType.STRING)
  private @Nullable Tone tone;

  @Enumerated(EnumType.STRING)
  private Theme theme;

  private boolean reducedMotion;
  @Version private @Nullable Long version;

  @SuppressWarnings("NullAway.Init")
  protected PreferenceSet() {}

  /** The first preferences, from what was known at registration. */
  PreferenceSet(UUID userId, String locale, String timeZone) {
    this.userId = userId;
    this.locale = LANGUAGES.contains(locale) ? locale : "en";
    this.timeZone = ZoneId.getAvailableZoneIds().contains(timeZone) ? timeZone : "UTC";
    this.theme = Theme.SYSTEM;
  }

  String locale() {
    return locale;
  }

  String timeZone() {
    return timeZone;
  }

  @Nullable QuietHours quietHours() {
    return quietStart == null || quietEnd == null ? null : new QuietHours(quietStart, quietEnd);
  }

  @Nullable WorkingHours workingHours() {
    return workStart == null || workEnd == null ? null : new WorkingHours(workStart, workEnd);
  }

  @Nullable EnergyPattern energyPattern() {
    return energyPattern;
  }

  @Nullable Tone tone() {
    return tone;
  }

  Theme theme() {
    return theme;
  }

  boolean reducedMotion() {
    return reducedMotion;
  }

  long version() {
    return version == null ? 0 : version;
  }

  void speak(String newLocale, String newTimeZone) {
    locale = newLocale;
    timeZone = newTimeZone;
  }

  void keepQuiet(@Nullable QuietHours hours) {
    quietStart = hours == null ? null : hours.start();
    quietEnd = hours == null ? null : hours.end();
  }

  void work(@Nullable WorkingHours hours) {
    workStart = hours == null ? null : hours.start();
    workEnd = hours == null ? null : hours.end();
  }

  void beMet(@Nullable EnergyPattern newEnergyPattern, @Nullable Tone newTone) {
    energyPattern = newEnergyPattern;
    tone = newTone;
  }

  void look(Theme newTheme, boolean newReducedMotion) {
    theme = newTheme;
    reducedMotion = newReducedMotion;
  }

  /** What the other services are told. */
  PreferencesUpdated updated() {
    return new PreferencesUpdated(
        userId,
        locale,
        timeZone,
        text(workStart),
        text(workEnd),
        text(quietStart),
        text(quietEnd),
        text(energyPattern),
        text(tone));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
