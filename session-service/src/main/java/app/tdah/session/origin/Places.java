package app.tdah.session.origin;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows roughly where addresses are, without asking anybody. */
@FunctionalInterface
public interface Places {

  /**
   * Where an address is, named in a language where the source has it and in English otherwise;
   * empty when it is not known, not public or not an address.
   */
  Optional<Place> find(String address, Locale language);

  /** The place of an address in words; null when it is not known. */
  default @Nullable String text(@Nullable String address, Locale language) {
    return address == null ? null : find(address, language).map(Place::text).orElse(null);
  }
}
