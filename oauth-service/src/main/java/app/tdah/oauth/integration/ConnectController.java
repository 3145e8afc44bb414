package app.tdah.oauth.integration;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.oauth.provider.Providers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/oauth")
class ConnectController {

  private final Connect connect;
  private final Providers providers;

  ConnectController(Connect connect, Providers providers) {
    this.connect = connect;
    this.providers = providers;
  }

  @PostMapping("/initiate")
  Started initiate(CurrentUser user, @Valid @RequestBody InitiateRequest request) {
    return new Started(connect.initiate(user, request.provider(), request.capabilities()));
  }

  @PostMapping("/callback")
  @ResponseStatus(HttpStatus.CREATED)
  IntegrationBody callback(CurrentUser user, @Valid @RequestBody CallbackRequest request) {
    return IntegrationBody.from(connect.complete(user, request.state(), request.code()), providers);
  }

  record InitiateRequest(
      @NotBlank @Size(max = 40) String provider,
      @NotEmpty @Size(max = 10) Set<@NotBlank @Size(max = 40) String> capabilities) {}

  record Started(URI authorizationUrl) {}

  record CallbackRequest(
      @NotBlank @Size(max = 200) String state, @NotBlank @Size(max = 2000) String code) {}
}
