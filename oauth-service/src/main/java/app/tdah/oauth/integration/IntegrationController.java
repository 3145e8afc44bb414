package app.tdah.oauth.integration;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.oauth.provider.Providers;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/oauth/integrations")
class IntegrationController {

  private final Integrations integrations;
  private final Disconnect disconnect;
  private final Providers providers;

  IntegrationController(Integrations integrations, Disconnect disconnect, Providers providers) {
    this.integrations = integrations;
    this.disconnect = disconnect;
    this.providers = providers;
  }

  @GetMapping
  IntegrationList list(CurrentUser user) {
    return new IntegrationList(
        integrations.of(user.id()).stream()
            .map(it -> IntegrationBody.from(it, providers))
            .toList());
  }

  @GetMapping("/{id}")
  IntegrationBody get(CurrentUser user, @PathVariable UUID id) {
    return IntegrationBody.from(integrations.require(id, user.id()), providers);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(CurrentUser user, @PathVariable UUID id) {
    disconnect.disconnect(id, user.id());
  }

  record IntegrationList(List<IntegrationBody> items) {}
}
