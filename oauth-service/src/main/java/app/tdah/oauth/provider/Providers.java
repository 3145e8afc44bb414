package app.tdah.oauth.provider;

import app.tdah.defaults.web.ProblemException;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** All providers that this suite knows. */
@Component
public class Providers {

  private final List<Provider> providers;

  Providers(List<Provider> providers) {
    this.providers = providers.stream().sorted(Comparator.comparing(Provider::id)).toList();
  }

  /** By id, configured or not. */
  public List<Provider> all() {
    return providers;
  }

  /**
   * The provider of that id.
   *
   * @throws ProblemException 404 {@code provider-not-found}
   */
  public Provider require(String id) {
    return providers.stream()
        .filter(provider -> provider.id().equals(id))
        .findAny()
        .orElseThrow(ProviderNotFound::new);
  }

  private static final class ProviderNotFound extends ProblemException {
    ProviderNotFound() {
      super(HttpStatus.NOT_FOUND, "provider-not-found", "There is no such provider.");
    }
  }
}
