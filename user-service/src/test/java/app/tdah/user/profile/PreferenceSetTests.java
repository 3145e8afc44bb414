package app.tdah.user.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreferenceSetTests {

  @Test
  void startsWithWhatRegistrationKnew() {
    PreferenceSet preferences = new PreferenceSet(UUID.randomUUID(), "pt", "America/Sao_Paulo");

    assertThat(preferences.locale()).isEqualTo("pt");
    assertThat(preferences.timeZone()).isEqualTo("America/Sao_Paulo");
    assertThat(preferences.theme()).isEqualTo(Theme.SYSTEM);
    assertThat(preferences.quietHours()).isNull();
  }

  @Test
  void fallsBackWhereRegistrationKnewNothingUsable() {
    PreferenceSet preferences = new PreferenceSet(UUID.randomUUID(), "tlh", "Mars/Olympus");

    assertThat(preferences.locale()).isEqualTo("en");
    assertThat(preferences.timeZone()).isEqualTo("UTC");
  }

  @Test
  void quietHoursCanBeSetAndTakenBack() {
    PreferenceSet preferences = new PreferenceSet(UUID.randomUUID(), "en", "UTC");
    QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    preferences.keepQuiet(night);
    assertThat(preferences.quietHours()).isEqualTo(night);

    preferences.keepQuiet(null);
    assertThat(preferences.quietHours()).isNull();
  }
}
