package app.tdah.session;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.DomainEvent;
import app.tdah.session.origin.Place;
import app.tdah.session.origin.Places;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What surrounds the service in a test: another service that hears everything, and known places.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Suite {

  /** An address in Lisbon. */
  public static final String LISBON = "198.51.100.1";

  /** An address in Porto, a train ride away. */
  public static final String PORTO = "198.51.100.2";

  /** An address in Tokyo. */
  public static final String TOKYO = "203.0.113.1";

  @Bean
  Heard heard() {
    return new Heard();
  }

  @Bean
  @Primary
  Places knownPlaces() {
    Map<String, Place> known =
        Map.of(
            LISBON, new Place("Lisbon", "Portugal", 38.72, -9.14),
            PORTO, new Place("Porto", "Portugal", 41.15, -8.61),
            TOKYO, new Place("Tokyo", "Japan", 35.68, 139.69));
    return (address, language) -> Optional.ofNullable(known.get(address)).map(in(language));
  }

  private static Function<Place, Place> in(Locale language) {
    Map<String, String> spanish = Map.of("Lisbon", "Lisboa", "Tokyo", "Tokio", "Japan", "Japón");
    return place ->
        language.getLanguage().equals("es") && place.city() != null
            ? new Place(
                spanish.getOrDefault(place.city(), place.city()),
                spanish.getOrDefault(place.country(), place.country()),
                place.latitude(),
                place.longitude())
            : place;
  }

  /** Every event of the suite, as another service would get it. */
  public static final class Heard implements EventHandler<DomainEvent> {

    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public Class<DomainEvent> eventType() {
      return DomainEvent.class;
    }

    @Override
    public void handle(DomainEvent event, EventMetadata metadata) {
      events.add(event);
    }

    /** Those of a type. */
    public <E extends DomainEvent> Stream<E> of(Class<E> type) {
      return events.stream().filter(type::isInstance).map(type::cast);
    }
  }
}
