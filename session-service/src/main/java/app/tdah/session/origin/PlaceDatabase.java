package app.tdah.session.origin;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A city database in MaxMind's format, read on this machine alone. */
final class PlaceDatabase implements Places, AutoCloseable {

  private static final String ENGLISH = "en";

  /** The format knows Portuguese as it is spoken in Brazil. */
  private static final Map<String, String> LANGUAGES = Map.of("pt", "pt-BR");

  private final Reader reader;

  PlaceDatabase(Path file) throws IOException {
    this.reader = new Reader(file.toFile(), new CHMCache());
  }

  @Override
  public Optional<Place> find(String address, Locale language) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      Map<?, ?> record = reader.get(literal, Map.class);
      return record == null ? Optional.empty() : place(record, language.getLanguage());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static Optional<Place> place(Map<?, ?> record, String language) {
    String country = name(record.get("country"), language);
    if (country == null
        || !(record.get("location") instanceof Map<?, ?> location)
        || !(location.get("latitude") instanceof Number latitude)
        || !(location.get("longitude") instanceof Number longitude)) {
      return Optional.empty();
    }
    return Optional.of(
        new Place(
            name(record.get("city"), language),
            country,
            latitude.doubleValue(),
            longitude.doubleValue()));
  }

  private static @Nullable String name(@Nullable Object part, String language) {
    if (!(part instanceof Map<?, ?> fields) || !(fields.get("names") instanceof Map<?, ?> names)) {
      return null;
    }
    Object named = names.get(LANGUAGES.getOrDefault(language, language));
    Object text = named == null ? names.get(ENGLISH) : named;
    return text == null ? null : text.toString();
  }
}
