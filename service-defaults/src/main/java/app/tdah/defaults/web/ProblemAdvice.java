package app.tdah.defaults.web;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/**
 * Turns every exception of a request into the suite's problem+json; a 5xx never shows an
 * exception's message.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /** PostgreSQL's SQLSTATE for a NUL in a text. */
  private static final String NOT_REPRESENTABLE = "22021";

  /** Of a number, and of a moment. */
  private static final Set<String> OUT_OF_RANGE = Set.of("22003", "22008");

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(ProblemException e) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(e.status());
    if (e.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Problems.seconds(e.retryAfter())));
    }
    return answer.body(problems.of(e));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> changedMeanwhile(ConcurrencyFailureException e) {
    return answer(
        HttpStatus.CONFLICT,
        "conflict",
        "Somebody changed this at the same time; read it again and retry.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> violated(ConstraintViolationException e) {
    List<FieldProblem> errors =
        e.getConstraintViolations().stream()
            .map(violation ->
                new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
            .toList();
    return ResponseEntity.badRequest().body(problems.invalid(errors));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> denied(AccessDeniedException e) {
    return answer(HttpStatus.FORBIDDEN, "forbidden", "You may not do this.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException e) {
    return answer(
        HttpStatus.UNAUTHORIZED, "unauthenticated", "Sign in, or renew the access token.");
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<ProblemDetail> unavailable(Exception e) {
    log.warn("a resource is unavailable", e);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(
            problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "Try again in a moment; nothing was lost."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Throwable e) throws Throwable {
    if (e instanceof VirtualMachineError) {
      throw e;
    }
    if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause) {
      String state = Objects.requireNonNullElse(cause.getSQLState(), "");
      if (state.equals(NOT_REPRESENTABLE)) {
        return answer(
            HttpStatus.BAD_REQUEST, "unstorable-text", "The request holds a NUL character.");
      }
      if (OUT_OF_RANGE.contains(state)) {
        return answer(
            HttpStatus.BAD_REQUEST, "out-of-range", "A number or a moment is too far away.");
      }
    }
    log.error("request failed", e);
    return answer(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong on our side.");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> errors = new ArrayList<>();
    for (ObjectError error : e.getBindingResult().getAllErrors()) {
      String field = error instanceof FieldError named ? named.getField() : error.getObjectName();
      errors.add(
          new FieldProblem(
              field, Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid")));
    }
    return ResponseEntity.badRequest().body(problems.invalid(errors));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> errors = new ArrayList<>();
    e.getParameterValidationResults()
        .forEach(result -> {
          String parameter = result.getMethodParameter().getParameterName();
          for (MessageSourceResolvable error : result.getResolvableErrors()) {
            String field = error instanceof FieldError named ? named.getField() : parameter;
            errors.add(
                new FieldProblem(
                    Objects.requireNonNullElse(field, "request"),
                    Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid")));
          }
        });
    return ResponseEntity.badRequest().body(problems.invalid(errors));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e) {
    Class<?> type = e.getRequiredType();
    String message =
        type == null
            ? "is not valid"
            : "is not a valid " + type.getSimpleName().toLowerCase(Locale.ROOT);
    return ResponseEntity.badRequest()
        .body(problems.invalid(List.of(new FieldProblem(e.getName(), message))));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException refused) {
        return ResponseEntity.status(refused.status()).body(problems.of(refused));
      }
      if (cause instanceof DatabindException mapping && !mapping.getPath().isEmpty()) {
        return ResponseEntity.badRequest()
            .body(
                problems.invalid(
                    List.of(
                        new FieldProblem(path(mapping), "has a value of the wrong type or form"))));
      }
      if (cause instanceof JacksonException) {
        break;
      }
    }
    return ResponseEntity.badRequest()
        .body(
            problems.of(
                HttpStatus.BAD_REQUEST,
                "malformed-body",
                "The body is missing or is not valid JSON."));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      log.error("request failed", e);
    }
    HttpStatus known = HttpStatus.resolve(status.value());
    String code = known == null ? "error" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String detail =
        body instanceof ProblemDetail given && !status.is5xxServerError()
            ? given.getDetail()
            : null;
    return ResponseEntity.status(status).headers(headers).body(problems.of(status, code, detail));
  }

  private ResponseEntity<ProblemDetail> answer(HttpStatus status, String code, String detail) {
    return ResponseEntity.status(status).body(problems.of(status, code, detail));
  }

  private static String path(DatabindException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : e.getPath()) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.toString();
  }
}
