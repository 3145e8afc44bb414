package app.tdah.user.privacy;

import app.tdah.defaults.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** Why there is no export, or no file of it. */
final class ExportRefused extends ProblemException {

  private ExportRefused(HttpStatus status, String code, String detail) {
    super(status, code, detail);
  }

  static ExportRefused notFound() {
    return new ExportRefused(HttpStatus.NOT_FOUND, "export-not-found", "There is no such export.");
  }

  static ExportRefused pending() {
    return new ExportRefused(
        HttpStatus.CONFLICT, "export-pending", "Your data is being collected already.");
  }

  static ExportRefused tooOften(Duration retryAfter) {
    ExportRefused refused =
        new ExportRefused(
            HttpStatus.TOO_MANY_REQUESTS,
            "export-too-often",
            "You had several exports today; ask for another one later.");
    refused.retryAfter(retryAfter.isPositive() ? retryAfter : Duration.ofSeconds(1));
    return refused;
  }

  static ExportRefused notReady() {
    return new ExportRefused(HttpStatus.CONFLICT, "export-not-ready", "There is no file of it.");
  }

  static ExportRefused expired() {
    return new ExportRefused(
        HttpStatus.GONE, "export-expired", "The file is deleted; ask for another export.");
  }
}
