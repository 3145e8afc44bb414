package app.tdah.oauth.integration;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Why an account could not be connected. */
final class ConnectProblem extends ProblemException {

  private ConnectProblem(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static ConnectProblem notConfigured(String provider) {
    return new ConnectProblem(
        HttpStatus.CONFLICT, "provider-not-configured", provider + " is not set up here.");
  }

  static ConnectProblem capabilityUnknown() {
    return new ConnectProblem(
        HttpStatus.BAD_REQUEST, "capability-unknown", "The provider cannot do that.");
  }

  static ConnectProblem stateInvalid() {
    return new ConnectProblem(
        HttpStatus.BAD_REQUEST,
        "state-invalid",
        "This connection was not started here, was finished already, or took too long. Start again.");
  }

  static ConnectProblem codeRejected(String provider) {
    return new ConnectProblem(
        HttpStatus.BAD_REQUEST,
        "authorization-code-invalid",
        provider + " does not accept this authorization. Start again.");
  }

  static ConnectProblem nothingGranted() {
    return new ConnectProblem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "consent-incomplete",
        "Nothing was allowed on the consent page. Connect again and tick the boxes to use it.");
  }

  static ConnectProblem unavailable(String provider) {
    return new ConnectProblem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "provider-unavailable",
        provider + " does not answer at the moment. Start again in a minute.");
  }
}
