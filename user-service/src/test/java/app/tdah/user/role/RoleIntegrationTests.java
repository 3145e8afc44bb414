package app.tdah.user.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.UserEvent.EmailVerified;
import app.tdah.events.UserEvent.RolesChanged;
import app.tdah.user.IntegrationTest;
import app.tdah.user.Race;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RoleIntegrationTests extends IntegrationTest {

  private static final String[] ALL = {
    "users:read", "users:suspend", "roles:read", "roles:write", "roles:grant"
  };

  @Autowired private Roles roles;
  @Autowired private FirstOwner firstOwner;

  @AfterEach
  void leaveNoOwners() {
    jdbc.sql("delete from role_grants").update();
    jdbc.sql("delete from roles").update();
  }

  @Test
  void listsTheHierarchyAndAllPermissions() {
    UUID owner = with("OWNER");
    assertThat(call(owner, HttpMethod.GET, "/roles", ""))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.items[*].name")
        .asArray()
        .startsWith("OWNER", "ADMIN", "SUPPORT", "USER");
    assertThat(call(owner, HttpMethod.GET, "/permissions", ""))
        .bodyJson()
        .extractingPath("$.items[*].name")
        .asArray()
        .hasSize(Permission.values().length)
        .contains("keys:rotate");
    assertThat(call(owner, HttpMethod.GET, "/roles/NOBODY", "")).hasStatus(404);
  }

  @Test
  void needsThePermissionInTheToken() {
    UUID user = Ids.next();
    for (String path : List.of("/roles", "/permissions", "/users", "/users/" + user)) {
      assertThat(get(user, "/admin" + path).exchange()).hasStatus(403);
    }
    assertThat(post(user, "/admin/roles", role("DESK", "", "")).exchange()).hasStatus(403);
    assertThat(
            as(user, HttpMethod.PUT, "/admin/users/" + user + "/roles")
                .content("{\"roles\":[\"OWNER\"]}")
                .exchange())
        .hasStatus(403);
  }

  @Test
  void aGrantReachesTheOtherServicesAndTheUser() {
    UUID owner = with("OWNER");
    UUID ana = register("Ana", "en");
    assertThat(grant(owner, ana, "SUPPORT")).hasStatus(204);
    await().atMost(SOON).until(() -> !events.of(RolesChanged.class, ana).isEmpty());
    RolesChanged given = events.of(RolesChanged.class, ana).getLast();
    assertThat(given.roles()).containsExactly("SUPPORT", "USER");
    assertThat(given.permissions()).contains("users:read").doesNotContain("users:suspend");
    assertThat(given.reduced()).isFalse();

    assertThat(grant(owner, ana)).hasStatus(204);
    await().atMost(SOON).until(() -> events.of(RolesChanged.class, ana).size() == 2);
    RolesChanged taken = events.of(RolesChanged.class, ana).getLast();
    assertThat(taken.roles()).containsExactly("USER");
    assertThat(taken.permissions()).isEmpty();
    assertThat(taken.reduced()).isTrue();
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(get(ana, "/notifications").exchange()).bodyText().contains("SUPPORT"));
  }

  @Test
  void nobodyGrantsWhatTheyLack() {
    UUID owner = with("OWNER");
    UUID admin = with("ADMIN");
    UUID ana = register("Ana", "en");
    assertProblem(grant(admin, ana, "OWNER"), 403, "beyond-your-permissions");
    assertProblem(grant(admin, admin, "ADMIN", "OWNER"), 403, "beyond-your-permissions");
    assertProblem(grant(admin, owner), 403, "beyond-your-permissions");
    assertThat(roles.grantsOf(owner)).containsExactly("OWNER");
    assertThat(roles.grantsOf(ana)).isEmpty();
    assertThat(grant(admin, ana, "SUPPORT")).hasStatus(204);
    // The token still says so, but the role is gone.
    assertThat(grant(owner, admin)).hasStatus(204);
    assertProblem(grant(admin, ana, "ADMIN"), 403, "beyond-your-permissions");
  }

  @Test
  void theLastOwnerStays() {
    UUID owner = with("OWNER");
    assertProblem(grant(owner, owner), 409, "last-owner");
    assertProblem(as(owner, HttpMethod.DELETE, "/users/me").exchange(), 409, "last-owner");
    UUID second = with("OWNER");
    assertThat(grant(owner, second)).hasStatus(204);
    assertThat(roles.grantsOf(owner)).containsExactly("OWNER");
  }

  @Test
  void twoOwnersCannotRemoveEachOther() throws Exception {
    UUID one = with("OWNER");
    UUID two = with("OWNER");
    List<Integer> answers =
        Race.of(
            Stream.<Callable<Integer>>of(
                () -> grant(one, two).getResponse().getStatus(),
                () -> grant(two, one).getResponse().getStatus()));
    assertThat(answers).containsOnlyOnce(204);
    assertThat(roles.activeOwners()).hasSize(1);
  }

  @Test
  void customRolesAreMadeOfWhatTheirMakerHas() {
    UUID owner = with("OWNER");
    assertThat(
            call(owner, HttpMethod.POST, "/roles", role("DESK", "\"audit:read\"", "\"SUPPORT\"")))
        .hasStatus(201)
        .bodyJson()
        .extractingPath("$.effectivePermissions")
        .asArray()
        .contains("audit:read", "users:read");
    assertProblem(call(owner, HttpMethod.POST, "/roles", role("DESK", "", "")), 409, "role-exists");
    assertInvalid(call(owner, HttpMethod.POST, "/roles", role("X1", "\"fly\"", "")), "permissions");
    assertInvalid(call(owner, HttpMethod.POST, "/roles", role("X1", "", "\"NOPE\"")), "inherits");
    assertInvalid(call(owner, HttpMethod.POST, "/roles", role("lower", "", "")), "name");
    assertInvalid(
        call(owner, HttpMethod.PUT, "/roles/DESK", role("DESK", "", "\"DESK\"")), "inherits");

    UUID maker = with("ADMIN");
    assertProblem(
        call(maker, HttpMethod.POST, "/roles", role("KEYS", "\"keys:rotate\"", "")),
        403,
        "beyond-your-permissions");
    assertProblem(
        call(maker, HttpMethod.POST, "/roles", role("BOSS", "", "\"OWNER\"")),
        403,
        "beyond-your-permissions");
  }

  @Test
  void aChangedRoleReachesAllWhoHaveIt() {
    UUID owner = with("OWNER");
    call(owner, HttpMethod.POST, "/roles", role("DESK", "\"audit:read\"", ""));
    call(owner, HttpMethod.POST, "/roles", role("NIGHT", "", "\"DESK\""));
    UUID ana = register("Ana", "en");
    assertThat(grant(owner, ana, "NIGHT")).hasStatus(204);
    assertThat(call(owner, HttpMethod.PUT, "/roles/DESK", role("DESK", "\"users:read\"", "")))
        .hasStatusOk();
    await().atMost(SOON).until(() -> events.of(RolesChanged.class, ana).size() == 2);
    RolesChanged change = events.of(RolesChanged.class, ana).getLast();
    assertThat(change.permissions()).containsExactly("users:read");
    assertThat(change.reduced()).isTrue();
  }

  @Test
  void rolesInUseAndBuiltInOnesStay() {
    UUID owner = with("OWNER");
    call(owner, HttpMethod.POST, "/roles", role("DESK", "", ""));
    call(owner, HttpMethod.POST, "/roles", role("NIGHT", "", "\"DESK\""));
    assertProblem(call(owner, HttpMethod.DELETE, "/roles/DESK", ""), 409, "role-in-use");
    UUID ana = register("Ana", "en");
    grant(owner, ana, "NIGHT");
    assertProblem(call(owner, HttpMethod.DELETE, "/roles/NIGHT", ""), 409, "role-in-use");
    grant(owner, ana);
    assertThat(call(owner, HttpMethod.DELETE, "/roles/NIGHT", "")).hasStatus(204);
    assertThat(call(owner, HttpMethod.DELETE, "/roles/DESK", "")).hasStatus(204);
    assertProblem(call(owner, HttpMethod.DELETE, "/roles/DESK", ""), 404, "role-not-found");
    assertProblem(call(owner, HttpMethod.DELETE, "/roles/ADMIN", ""), 409, "role-built-in");
    assertProblem(
        call(owner, HttpMethod.PUT, "/roles/USER", role("USER", "\"audit:read\"", "")),
        409,
        "role-built-in");
  }

  @Test
  void changesNeedARecentSignIn() {
    UUID owner = with("OWNER");
    String stale = TestTokens.admin(owner, Instant.now().minusSeconds(600), ALL);
    assertProblem(
        mvc.put()
            .uri("/api/v1/admin/users/" + owner + "/roles")
            .header("Authorization", stale)
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"roles\":[]}")
            .exchange(),
        403,
        "reauthentication-required");
  }

  @Test
  void theConfiguredAddressBecomesOwnerOnceVerified() {
    UUID stranger = register("Sam", "en");
    publish(new EmailVerified(stranger, cipher.seal(addressOf(stranger))));
    UUID owner = register("Olga", "en");
    publish(new EmailVerified(owner, cipher.seal("Owner@Example.org")));
    await().atMost(SOON).until(() -> !events.of(RolesChanged.class, owner).isEmpty());
    assertThat(events.of(RolesChanged.class, owner).getFirst().roles())
        .containsExactly("ADMIN", "OWNER", "SUPPORT", "USER");
    assertThat(roles.grantsOf(stranger)).isEmpty();

    jdbc.sql("delete from role_grants").update();
    firstOwner.makeUp();
    assertThat(roles.activeOwners()).containsExactly(owner);
    jdbc.sql("update profiles set email_index = '' where id = ?").param(owner).update();
  }

  private UUID with(String role) {
    UUID user = register(role, "en");
    jdbc.sql("insert into role_grants (user_id, role) values (?, ?)").params(user, role).update();
    return user;
  }

  private MvcTestResult grant(UUID actor, UUID user, String... names) {
    String list = String.join(",", Stream.of(names).map(name -> '"' + name + '"').toList());
    return call(actor, HttpMethod.PUT, "/users/" + user + "/roles", "{\"roles\":[" + list + "]}");
  }

  private MvcTestResult call(UUID actor, HttpMethod method, String path, String body) {
    return mvc.method(method)
        .uri("/api/v1/admin" + path)
        .header("Authorization", TestTokens.admin(actor, ALL))
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }

  private static String role(String name, String permissions, String inherits) {
    return """
    {"name":"%s","description":"For a test","permissions":[%s],"inherits":[%s]}
    """
        .formatted(name, permissions, inherits);
  }

  private static void assertProblem(MvcTestResult answer, int status, String code) {
    assertThat(answer)
        .hasStatus(status)
        .bodyJson()
        .extractingPath("$.code")
        .asString()
        .isEqualTo(code);
  }

  private static void assertInvalid(MvcTestResult answer, String field) {
    assertThat(answer).hasStatus(400);
    assertThat(answer).bodyText().contains("\"" + field);
    assertThat(answer).bodyText().contains("validation-failed");
  }
}
