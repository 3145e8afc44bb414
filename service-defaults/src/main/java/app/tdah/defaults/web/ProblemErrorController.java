package app.tdah.defaults.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the servlet container refused before any controller saw it. */
@Controller
final class ProblemErrorController implements ErrorController {

  private final Problems problems;

  ProblemErrorController(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:/error}")
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus known =
        code instanceof Integer value ? HttpStatus.resolve(value) : HttpStatus.NOT_FOUND;
    HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    String name = status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return ResponseEntity.status(status).body(problems.of(status, name, null));
  }
}
