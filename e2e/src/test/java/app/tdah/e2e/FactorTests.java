package app.tdah.e2e;

import static app.tdah.e2e.ProblemTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.e2e.Suite.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Signing in with a second factor. */
class FactorTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern SIGN_IN_CODE = Pattern.compile("sign-in code is (\\d{6})");

  @Test
  void theAppsCodeIsAskedForAndWorksOnce() {
    Person ana = Person.signedUp();
    Enrolled enrolled = enrol(ana);
    assertThat(enrolled.backupCodes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(ana.get("auth/mfa").expect(200).json().at("/totp/enabled").asBoolean()).isTrue();

    JsonNode login = ana.login().expect(200).json();
    assertThat(login.path("status").asString()).isEqualTo("MFA_REQUIRED");
    assertThat(methods(login)).containsExactly("TOTP", "BACKUP_CODE");
    assertThat(login.has("accessToken")).isFalse();
    String code = enrolled.app().code();
    JsonNode tokens = answer(login, "TOTP", code).expect(200).json();
    assertThat(tokens.path("status").asString()).isEqualTo("AUTHENTICATED");
    ana.accept(tokens);
    ana.get("tasks").expect(200);

    assertProblem(answer(ana.login().expect(200).json(), "TOTP", code), 401, "invalid-code");
    assertProblem(answer(login, "TOTP", enrolled.app().code()), 410, "challenge-ended");
  }

  @Test
  void fiveWrongCodesEndTheSignIn() {
    Person ana = Person.signedUp();
    AuthenticatorApp app = enrol(ana).app();
    JsonNode login = ana.login().expect(200).json();
    for (int left = 4; left >= 0; left--) {
      Answer wrong = answer(login, "TOTP", app.wrongCode());
      assertProblem(wrong, 401, "invalid-code");
      assertThat(wrong.json().path("attemptsLeft").asInt(-1)).isEqualTo(left);
    }
    String right = app.code();
    assertProblem(answer(login, "TOTP", right), 410, "challenge-ended");
    answer(ana.login().expect(200).json(), "TOTP", right).expect(200);
  }

  @Test
  void aBackupCodeWorksOnce() {
    Person ana = Person.signedUp();
    String code = enrol(ana).backupCodes().getFirst();
    ana.accept(answer(ana.login().expect(200).json(), "BACKUP_CODE", code).expect(200).json());
    assertThat(ana.get("auth/mfa").expect(200).json().at("/backupCodes/remaining").asInt())
        .isEqualTo(9);
    assertProblem(answer(ana.login().expect(200).json(), "BACKUP_CODE", code), 401, "invalid-code");
  }

  @Test
  void aTextMessageBringsTheCode() {
    Person ana = Person.signedUp();
    String number = ana.addPhone();
    ana.reauthenticate();
    Answer added =
        await()
            .atMost(PATIENCE)
            .until(() -> ana.post("auth/mfa/sms", null), answer -> answer.status() != 409)
            .expect(200);
    assertThat(added.json().path("backupCodes")).hasSize(10);

    JsonNode login = ana.login().expect(200).json();
    assertThat(methods(login)).containsExactly("SMS", "BACKUP_CODE");
    assertThat(login.path("smsTo").asString()).endsWith(number.substring(number.length() - 2));
    assertThat(login.path("smsTo").asString()).doesNotContain(number);
    String sms = "mfa/challenges/" + login.path("challengeId").asString() + "/sms";
    Suite.auth(sms, Map.of()).expect(202);
    assertProblem(Suite.auth(sms, Map.of()), 429, "code-sent-too-often");
    String code =
        await()
            .atMost(PATIENCE)
            .until(() -> signInCodes(number), codes -> !codes.isEmpty())
            .getFirst();
    JsonNode other = ana.login().expect(200).json();
    assertProblem(answer(other, "SMS", code), 401, "invalid-code");
    ana.accept(answer(login, "SMS", code).expect(200).json());
    ana.get("tasks").expect(200);
    assertProblem(answer(login, "SMS", code), 410, "challenge-ended");
  }

  private static List<String> signInCodes(String number) {
    return StreamSupport.stream(Person.messagesOf(number).spliterator(), false)
        .map(message ->
            SIGN_IN_CODE
                .matcher(message.path("body").asString())
                .results()
                .findFirst()
                .orElse(null))
        .filter(Objects::nonNull)
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void theAppProvesWhoOneIsUntilItIsGivenUp() {
    Person ana = Person.signedUp();
    assertProblem(
        ana.post("auth/reauthenticate", Map.of("password", "not-my-Password-9")),
        401,
        "invalid-code");
    Enrolled enrolled = enrol(ana);
    Mails.arrived(ana.email, "The way you sign in has changed");
    ana.post("auth/reauthenticate", Map.of("method", "TOTP", "code", enrolled.app().code()))
        .expect(200);
    ana.delete("auth/mfa/totp").expect(204);
    assertThat(ana.login().expect(200).json().path("status").asString()).isEqualTo("AUTHENTICATED");
  }

  /** Sets up an authenticator app. */
  static Enrolled enrol(Person person) {
    person.reauthenticate();
    JsonNode begun = person.post("auth/mfa/totp", null).expect(200).json();
    assertThat(begun.path("otpauthUri").asString()).startsWith("otpauth://totp/");
    AuthenticatorApp app = new AuthenticatorApp(begun.path("secret").asString());
    assertProblem(
        person.post("auth/mfa/totp/confirm", Map.of("code", app.wrongCode())),
        400,
        "validation-failed");
    JsonNode confirmed =
        person.post("auth/mfa/totp/confirm", Map.of("code", app.code())).expect(200).json();
    return new Enrolled(app, strings(confirmed.path("backupCodes")));
  }

  static Answer answer(JsonNode login, String method, String code) {
    return Suite.auth(
        "mfa/challenges/" + login.path("challengeId").asString(),
        Map.of("method", method, "code", code));
  }

  private static List<String> methods(JsonNode login) {
    return strings(login.path("methods"));
  }

  private static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  record Enrolled(AuthenticatorApp app, List<String> backupCodes) {}
}
