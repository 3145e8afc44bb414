package app.tdah.session.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceDatabaseTests {

  private static final Map<String, Object> LISBON =
      Map.of(
          "city", Map.of("names", Map.of("en", "Lisbon", "es", "Lisboa", "pt-BR", "Lisboa")),
          "country", Map.of("iso_code", "PT", "names", Map.of("en", "Portugal")),
          "location", Map.of("latitude", 38.72, "longitude", -9.14));

  @TempDir private static Path folder;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    file = Files.write(folder.resolve("city.mmdb"), PlaceDatabaseFile.of(198, LISBON));
  }

  @Test
  void tellsWhereAnAddressIsInTheLanguageAskedFor() throws IOException {
    try (PlaceDatabase places = new PlaceDatabase(file)) {
      assertThat(places.text("198.51.100.1", Locale.ENGLISH)).isEqualTo("Lisbon, Portugal");
      assertThat(places.text("198.51.100.1", Locale.of("es"))).isEqualTo("Lisboa, Portugal");
      assertThat(places.text("198.51.100.1", Locale.of("pt"))).isEqualTo("Lisboa, Portugal");
      assertThat(places.text("198.51.100.1", Locale.GERMAN)).isEqualTo("Lisbon, Portugal");
      assertThat(places.find("198.51.100.1", Locale.ENGLISH).orElseThrow().latitude())
          .isCloseTo(38.72, within(0.001));
    }
  }

  @Test
  void doesNotKnowEveryAddress() throws IOException {
    try (PlaceDatabase places = new PlaceDatabase(file)) {
      assertThat(places.find("203.0.113.1", Locale.ENGLISH)).isEmpty();
      assertThat(places.find("localhost", Locale.ENGLISH)).isEmpty();
      assertThat(places.text(null, Locale.ENGLISH)).isNull();
    }
  }

  @Test
  void aDatabaseThatIsConfiguredHasToBeThere() throws IOException {
    PlacesConfiguration configuration = new PlacesConfiguration();
    assertThatThrownBy(() -> configuration.places(folder.resolve("none.mmdb").toString()))
        .isInstanceOf(IOException.class);
    assertThat(configuration.places("").find("198.51.100.1", Locale.ENGLISH)).isEmpty();
  }

  @Test
  void measuresAlongTheEarth() {
    Place lisbon = new Place("Lisbon", "Portugal", 38.72, -9.14);
    Place tokyo = new Place("Tokyo", "Japan", 35.68, 139.69);
    assertThat(lisbon.kilometresTo(tokyo)).isCloseTo(11_150, within(50.0));
    assertThat(lisbon.kilometresTo(lisbon)).isZero();
  }
}
