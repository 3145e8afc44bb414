package app.tdah.oauth.provider;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/oauth/providers")
class ProviderController {

  private final Providers providers;

  ProviderController(Providers providers) {
    this.providers = providers;
  }

  @GetMapping
  ProviderList list() {
    return new ProviderList(providers.all().stream().map(ProviderBody::from).toList());
  }

  record ProviderList(List<ProviderBody> items) {}

  record ProviderBody(String id, String name, List<String> capabilities, boolean configured) {
    static ProviderBody from(Provider provider) {
      return new ProviderBody(
          provider.id(),
          provider.name(),
          provider.capabilities().stream().map(Capability::wireName).sorted().toList(),
          provider.configured());
    }
  }
}
