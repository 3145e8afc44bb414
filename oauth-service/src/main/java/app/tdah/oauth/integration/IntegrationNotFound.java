package app.tdah.oauth.integration;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** There is no such integration, or it is somebody else's. */
public final class IntegrationNotFound extends ProblemException {
  public IntegrationNotFound() {
    super(HttpStatus.NOT_FOUND, "integration-not-found", "There is no such integration.");
  }
}
