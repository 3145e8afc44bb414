package app.tdah.defaults.web;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.security.CurrentUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

@Aspect
class IdempotencyAspect {

  private static final int MAX_KEY = 128;
  private static final String ANSWER = "idempotent-answer";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final FieldCipher cipher;

  IdempotencyAspect(
      JdbcClient jdbc, TransactionTemplate transactions, JsonMapper json, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
    this.cipher = cipher;
  }

  @Around("@annotation(app.tdah.defaults.web.Idempotent)")
  @Nullable Object once(ProceedingJoinPoint call) throws Throwable {
    String key = header();
    if (key == null) {
      return call.proceed();
    }
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw new InvalidField(Idempotent.HEADER, "must have 1 to " + MAX_KEY + " characters");
    }
    return transactions.execute(status -> answer(call, key));
  }

  private ResponseEntity<?> answer(ProceedingJoinPoint call, String key) {
    UUID user = user(call);
    String hash = hash(call);
    // A concurrent request with this key waits here until the first one's transaction ends.
    int inserted =
        jdbc.sql(
                "insert into idempotency_keys (user_id, key, request_hash) values (?, ?, ?)"
                    + " on conflict do nothing")
            .params(user, key, hash)
            .update();
    return inserted == 0 ? replay(user, key, hash) : work(call, user, key);
  }

  private ResponseEntity<?> work(ProceedingJoinPoint call, UUID user, String key) {
    ResponseEntity<?> answer;
    try {
      answer = (ResponseEntity<?>) Objects.requireNonNull(call.proceed());
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    jdbc.sql("update idempotency_keys set status = ?, body = ? where user_id = ? and key = ?")
        .params(
            answer.getStatusCode().value(),
            cipher.encrypt(json.writeValueAsString(answer.getBody()), ANSWER),
            user,
            key)
        .update();
    return answer;
  }

  private ResponseEntity<?> replay(UUID user, String key, String hash) {
    Map<String, Object> stored =
        jdbc.sql(
                "select request_hash, status, body from idempotency_keys where user_id = ? and key = ?")
            .params(user, key)
            .query()
            .singleRow();
    if (!hash.equals(stored.get("request_hash"))) {
      throw new ProblemException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "idempotency-key-reused",
          "This Idempotency-Key belongs to a request with other contents.");
    }
    return ResponseEntity.status((Integer) Objects.requireNonNull(stored.get("status")))
        .body(
            json.readTree(
                cipher.decrypt((String) Objects.requireNonNull(stored.get("body")), ANSWER)));
  }

  private static @Nullable String header() {
    return RequestContextHolder.getRequestAttributes()
            instanceof ServletRequestAttributes attributes
        ? attributes.getRequest().getHeader(Idempotent.HEADER)
        : null;
  }

  private static UUID user(ProceedingJoinPoint call) {
    for (Object argument : call.getArgs()) {
      if (argument instanceof CurrentUser user) {
        return user.id();
      }
    }
    throw new IllegalStateException("an @Idempotent method takes a CurrentUser");
  }

  private static String hash(ProceedingJoinPoint call) {
    StringBuilder request = new StringBuilder(call.getSignature().toShortString());
    for (Object argument : call.getArgs()) {
      if (!(argument instanceof CurrentUser)) {
        request.append('\n').append(argument);
      }
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(request.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
