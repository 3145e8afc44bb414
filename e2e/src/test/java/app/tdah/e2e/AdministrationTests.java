package app.tdah.e2e;

import static app.tdah.e2e.ProblemTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.e2e.Suite.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the owner may do with others' accounts, and nobody else. */
class AdministrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Person owner =
      Person.of(
          System.getenv().getOrDefault("ASSISTANT_OWNER_EMAIL", "owner@example.org"),
          "four calm blue whales sing"); // the browser's tests sign in with it too
  private static final Person ordinary = Person.signedUp();

  @BeforeAll
  static void ownerIsIn() {
    if (owner.login().status() != 200) {
      owner.register();
      owner.confirmMail();
    }
    owner.signIn();
    // What somebody may do reaches the token with a refresh after it was decided.
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          owner.refresh();
          return owner.get("admin/users").status() == 200;
        });
  }

  @Test
  void suspendsAndReinstatesSomebody() {
    Person ana = Person.signedUp();
    String user = "admin/users/" + found(ana).path("id").asString();
    assertThat(owner.get(user).expect(200).json().path("status").asString()).isEqualTo("ACTIVE");
    owner.reauthenticate();
    assertDone(owner.post(user + "/suspend", Map.of("reason", "asked us to")));
    await().atMost(PATIENCE).until(() -> ana.get("tasks").status() == 401);
    await().atMost(PATIENCE).until(() -> ana.login().status() == 403);
    assertProblem(ana.login(), 403, "account-suspended");
    assertThat(found(ana).path("status").asString()).isEqualTo("SUSPENDED");
    Mails.arrived(ana.email, "Your account is paused");

    assertDone(owner.post(user + "/reinstate", null));
    await().atMost(PATIENCE).until(() -> ana.login().status() == 200);
    ana.signIn();
    ana.get("tasks").expect(200);
    assertAudited(ana, "suspend");
    assertAudited(ana, "reinstate");
  }

  @Test
  void supportIsGivenAndSeesUsersButGivesNothing() {
    Person ana = Person.signedUp();
    JsonNode found = found(ana);
    assertThat(roles(found)).containsExactly("USER");
    String user = "admin/users/" + found.path("id").asString();
    owner.reauthenticate();
    assertDone(owner.call("PUT", user + "/roles", Map.of("roles", List.of("SUPPORT")), Map.of()));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> {
          ana.refresh();
          return ana.get("admin/users").status() == 200;
        });
    assertThat(roles(owner.get(user).expect(200).json())).contains("SUPPORT");
    assertProblem(
        ana.call("PUT", user + "/roles", Map.of("roles", List.of("OWNER")), Map.of()),
        403,
        "forbidden");
    assertAudited(ana, "role");
  }

  @Test
  void theAuditLogIsUnbroken() {
    JsonNode verification = owner.get("admin/audit-log/verification").expect(200).json();
    assertThat(verification.path("valid").asBoolean()).as(verification.toString()).isTrue();
    assertThat(verification.path("entries").asLong()).isPositive();
    assertThat(owner.get("admin/audit-log.csv").expect(200).header("Content-Type"))
        .startsWith("text/csv");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    admin/users,                   ''",
    "GET,    admin/users/ID,                ''",
    "PUT,    admin/users/ID/roles,          '{\"roles\":[\"SUPPORT\"]}'",
    "POST,   admin/users/ID/suspend,        '{\"reason\":\"why not\"}'",
    "POST,   admin/users/ID/reinstate,      ''",
    "GET,    admin/users/ID/sessions,       ''",
    "DELETE, admin/users/ID/sessions,       ''",
    "GET,    admin/roles,                   ''",
    "POST,   admin/roles,                   '{\"name\":\"DESK\",\"description\":\"d\",\"permissions\":[],\"inherits\":[]}'",
    "GET,    admin/roles/ADMIN,             ''",
    "PUT,    admin/roles/DESK,              '{\"description\":\"d\",\"permissions\":[],\"inherits\":[]}'",
    "DELETE, admin/roles/DESK,              ''",
    "GET,    admin/permissions,             ''",
    "GET,    admin/audit-log,               ''",
    "GET,    admin/audit-log.csv,           ''",
    "GET,    admin/audit-log/verification,  ''",
    "GET,    admin/threats,                 ''",
    "POST,   admin/threats/ID/dismiss,      ''",
    "GET,    admin/privacy-requests,        ''",
    "POST,   auth/keys/rotate,              ''"
  })
  void anOrdinaryUserMayNot(String method, String path, String body) {
    Answer answer =
        ordinary.call(
            method,
            path.replace("ID", UUID.randomUUID().toString()),
            body.isEmpty() ? null : Suite.JSON.readTree(body),
            Map.of());
    assertProblem(answer, 403, "forbidden");
  }

  /** The user whom a search for the address finds. */
  private static JsonNode found(Person person) {
    String search = "admin/users?query=" + Suite.encoded(person.email);
    return await()
        .atMost(PATIENCE)
        .until(() -> items(search), items -> items.size() == 1)
        .getFirst();
  }

  private static void assertAudited(Person person, String what) {
    String log = "admin/audit-log?limit=100&user=" + found(person).path("id").asString();
    String actor = found(owner).path("id").asString();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(items(log))
                .anyMatch(entry ->
                    entry.path("action").asString().contains(what)
                        && entry.path("actorId").asString().equals(actor)));
  }

  private static void assertDone(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
  }

  private static List<String> roles(JsonNode user) {
    return StreamSupport.stream(user.path("roles").spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }

  private static List<JsonNode> items(String path) {
    return StreamSupport.stream(
            owner.get(path).expect(200).json().path("items").spliterator(), false)
        .toList();
  }
}
