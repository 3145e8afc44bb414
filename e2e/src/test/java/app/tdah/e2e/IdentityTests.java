package app.tdah.e2e;

import static app.tdah.e2e.ProblemTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.e2e.Suite.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Passwords, addresses, refresh tokens and devices of an account. */
class IdentityTests {

  private static final String OTHER_PASSWORD = "seven-Purple-otters-juggle";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aForgottenPasswordIsReplacedButNoSecondFactor() {
    Person ana = Person.signedUp();
    FactorTests.Enrolled enrolled = FactorTests.enrol(ana);
    Answer known = Suite.auth("password/forgot", Map.of("email", ana.email)).expect(202);
    Answer unknown =
        Suite.auth("password/forgot", Map.of("email", UUID.randomUUID() + "@example.com"))
            .expect(202);
    assertThat(unknown.text()).isEqualTo(known.text());
    assertThat(unknown.header("Content-Type")).isEqualTo(known.header("Content-Type"));

    Map<String, String> reset =
        Map.of("token", Mails.token(ana.email, "reset"), "newPassword", OTHER_PASSWORD);
    Suite.auth("password/reset", reset).expect(204);
    assertProblem(Suite.auth("password/reset", reset), 400, "invalid-token");
    assertSignedOut(ana);
    assertProblem(ana.login(), 401, "invalid-credentials");

    JsonNode login = Person.of(ana.email, OTHER_PASSWORD).login().expect(200).json();
    assertThat(login.path("status").asString()).isEqualTo("MFA_REQUIRED");
    FactorTests.answer(login, "TOTP", enrolled.app().code()).expect(200);
    Mails.arrived(ana.email, "Your password was changed");
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    Person ana = Person.signedUp();
    Person other = ana.onAnotherDevice();
    other.get("tasks").expect(200);
    ana.reauthenticate();
    ana.post(
            "auth/password/change", Map.of("newPassword", OTHER_PASSWORD, "endOtherSessions", true))
        .expect(204);
    assertSignedOut(other);
    ana.get("tasks").expect(200);
    ana.refresh();
    Mails.arrived(ana.email, "Your password was changed");
    assertProblem(ana.login(), 401, "invalid-credentials");
    Person.of(ana.email, OTHER_PASSWORD).login().expect(200);
  }

  @Test
  void anAccountMovesToAnotherAddress() {
    Person ana = Person.signedUp();
    String address = "moved-" + ana.email;
    ana.reauthenticate();
    ana.post("auth/email/change", Map.of("email", address)).expect(202);
    assertThat(Mails.arrived(ana.email, "A new e-mail address was asked for"))
        .doesNotContain(address);
    Map<String, String> token = Map.of("token", Mails.token(address, "email-change"));
    Suite.auth("email/change/confirm", token).expect(204);
    assertProblem(Suite.auth("email/change/confirm", token), 400, "invalid-token");
    Mails.arrived(ana.email, "Your e-mail address was changed");
    Mails.arrived(address, "Your e-mail address was changed");
    assertProblem(ana.login(), 401, "invalid-credentials");
    JsonNode login = Person.of(address, Person.PASSWORD).login().expect(200).json();
    assertThat(login.at("/user/email").asString()).isEqualTo(address);
    await().atMost(PATIENCE).until(() -> ana.get("users/me").expect(200).text().contains(address));
  }

  @Test
  void manyRefreshesAtOnceGiveOneSuccessor() throws Exception {
    Person ana = Person.signedUp();
    String token = ana.refreshToken();
    assertThat(refreshedAtOnce(token, 100)).hasSize(1).doesNotContain(token);
  }

  private static List<String> refreshedAtOnce(String token, int times)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          IntStream.range(0, times)
              .mapToObj(i -> threads.submit(() -> Person.refresh(token)))
              .toList();
      for (Future<Answer> answer : answers) {
        answer.get().expect(200);
      }
      return answers.stream()
          .map(answer -> answer.resultNow().json().path("refreshToken").asString())
          .distinct()
          .toList();
    }
  }

  @Test
  void aSpentTokenEndsTheSession() {
    Person ana = Person.signedUp();
    String spent = ana.refreshToken();
    ana.refresh();
    // Within the grace it would be a retry: its end is the subject.
    await().pollDelay(Duration.ofSeconds(11)).atMost(Duration.ofSeconds(20)).until(() -> true);
    ana.get("tasks").expect(200);
    assertProblem(Person.refresh(spent), 401, "invalid-refresh-token");
    assertSignedOut(ana);
  }

  @Test
  void devicesAreListedNamedAndSignedOut() {
    Person ana = Person.signedUp();
    Person lost = ana.onAnotherDevice();
    List<JsonNode> sessions =
        await().atMost(PATIENCE).until(() -> items(ana, "sessions"), items -> items.size() == 2);
    assertThat(sessions).allMatch(it -> it.path("deviceName").asString().equals("test phone"));
    Map<Boolean, List<String>> ids =
        sessions.stream()
            .collect(
                Collectors.partitioningBy(
                    it -> it.path("current").asBoolean(),
                    Collectors.mapping(it -> it.path("id").asString(), Collectors.toList())));
    assertThat(ids.get(true)).hasSize(1);
    String id = ids.get(false).getFirst();
    assertThat(
            ana.call("PATCH", "sessions/" + id, Map.of("name", "the old one"), Map.of())
                .expect(200)
                .json()
                .path("name")
                .asString())
        .isEqualTo("the old one");
    Person.signedUp().delete("sessions/" + id).expect(404);

    lost.get("tasks").expect(200);
    ana.delete("sessions/" + id).expect(204);
    assertThat(lost.get("tasks").status()).isEqualTo(401);
    Person another = ana.onAnotherDevice();
    await().atMost(PATIENCE).until(() -> items(ana, "sessions").size() == 2);
    ana.delete("sessions?except=current").expect(204);
    assertThat(another.get("tasks").status()).isEqualTo(401);
    assertThat(items(ana, "sessions")).hasSize(1);
  }

  @Test
  void theHistoryCanBeRead() {
    Person ana = Person.signedUp();
    Person other = ana.onAnotherDevice();
    await().atMost(PATIENCE).until(() -> items(ana, "sessions").size() == 2);
    ana.delete("sessions?except=current").expect(204);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(items(ana, "security-events"))
                .extracting(it -> it.path("type").asString())
                .contains("LOGIN_SUCCEEDED", "SESSION_REVOKED"));
    assertThat(items(ana, "security-events")).allMatch(it -> !it.path("text").asString().isBlank());
    assertThat(items(ana, "threats")).allMatch(it -> !it.path("text").asString().isBlank());
    assertThat(other.get("security-events").status()).isEqualTo(401);
  }

  private static List<JsonNode> items(Person person, String path) {
    return StreamSupport.stream(
            person.get(path).expect(200).json().path("items").spliterator(), false)
        .toList();
  }

  /** At the next request, and for good. */
  private static void assertSignedOut(Person person) {
    assertThat(person.get("tasks").status()).isEqualTo(401);
    assertProblem(Person.refresh(person.refreshToken()), 401, "invalid-refresh-token");
  }
}
