package app.tdah.session.origin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

  /** Fails the start when a database is configured that cannot be read. */
  @Bean
  Places places(@Value("${assistant.session.geoip.database:}") String database) throws IOException {
    return database.isBlank()
        ? (address, language) -> Optional.empty()
        : new PlaceDatabase(Path.of(database));
  }
}
