package app.tdah.session.threat;

import app.tdah.defaults.web.ProblemException;
import org.springframework.http.HttpStatus;

final class ThreatNotFound extends ProblemException {

  ThreatNotFound() {
    super(HttpStatus.NOT_FOUND, "threat-not-found", "There is no such finding.");
  }
}
