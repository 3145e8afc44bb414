package app.tdah.user.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.SecurityEvent.SessionStarted;
import app.tdah.events.UserEvent.Reinstated;
import app.tdah.events.UserEvent.Suspended;
import app.tdah.user.IntegrationTest;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AdminUserIntegrationTests extends IntegrationTest {

  @AfterEach
  void leaveNoRoles() {
    jdbc.sql("delete from role_grants").update();
  }

  @Test
  void findsPeopleByAddressIdAndBeginningsOfNames() {
    String name = "Zoë" + Ids.next().toString().substring(30);
    UUID zoe = register(name + " Marlowe-Quint", "en");
    register(name + " Other", "en");
    assertThat(ids("?query=" + addressOf(zoe).toUpperCase(Locale.ROOT)))
        .containsExactly(zoe.toString());
    assertThat(ids("?query=" + zoe)).containsExactly(zoe.toString());
    assertThat(ids("?query=marl " + name.substring(0, 6))).contains(zoe.toString());
    assertThat(ids("?query=" + name)).hasSize(2).contains(zoe.toString());
    assertThat(ids("?query=' | ! & :*")).isEmpty();
    assertThat(ids("?query=nobody@example.net")).isEmpty();
  }

  @Test
  void pagesFromTheNewestToTheOldest() {
    String name = "Paged" + Ids.next().toString().substring(30);
    List<String> people =
        IntStream.range(0, 5).mapToObj(i -> register(name, "en").toString()).toList();
    MvcTestResult first = list("?limit=2&query=" + name);
    String cursor = read(first, "$.nextCursor");
    assertThat(idsOf(first)).containsExactly(people.get(4), people.get(3));
    MvcTestResult second = list("?limit=2&query=" + name + "&cursor=" + cursor);
    assertThat(idsOf(second)).containsExactly(people.get(2), people.get(1));
    MvcTestResult last = list("?limit=2&query=" + name + "&cursor=" + read(second, "$.nextCursor"));
    assertThat(idsOf(last)).containsExactly(people.get(0));
    assertThat(last).bodyText().doesNotContain("\"nextCursor\":\"");
    assertThat(list("?limit=0")).hasStatus(400);
    assertThat(list("?status=ASLEEP")).hasStatus(400);
    assertThat(list("?role=NOBODY")).hasStatus(400).bodyText().contains("\"role\"");
  }

  @Test
  void filtersByRoleAndStatus() {
    String name = "Sorted" + Ids.next().toString().substring(30);
    UUID plain = register(name, "en");
    UUID admin = granted(register(name, "en"), "ADMIN");
    UUID actor = granted(register(name, "en"), "OWNER");
    assertThat(ids("?query=" + name + "&role=SUPPORT"))
        .containsExactlyInAnyOrder(admin.toString(), actor.toString());
    assertThat(ids("?query=" + name + "&role=USER")).hasSize(3);
    assertThat(suspend(actor, plain)).hasStatus(204);
    assertThat(ids("?query=" + name + "&status=SUSPENDED")).containsExactly(plain.toString());
    assertThat(ids("?query=" + name + "&status=ACTIVE")).hasSize(2);
    assertThat(as(plain, HttpMethod.DELETE, "/users/me").exchange()).hasStatus(202);
    assertThat(ids("?query=" + name + "&status=ERASING")).containsExactly(plain.toString());
    assertThat(ids("?query=" + name + "&status=SUSPENDED")).isEmpty();
  }

  @Test
  void showsWhenSomebodyLastSignedIn() {
    UUID ana = register("Ana", "en");
    Instant at = Instant.parse("2031-05-06T07:08:09Z");
    publish(new SessionStarted(ana, Ids.next(), null, null, "127.0.0.1", List.of("pwd"), at));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(detail(ana)).bodyText().contains("2031-05-06T07:08:09Z"));
    assertThat(detail(ana)).bodyJson().extractingPath("$.email").isEqualTo(addressOf(ana));
    assertThat(detail(Ids.next())).hasStatus(404);
  }

  @Test
  void aSuspensionIsToldAndTakenBack() {
    UUID actor = granted(register("Admin", "en"), "ADMIN");
    UUID ana = register("Ana", "en");
    assertThat(suspend(actor, ana)).hasStatus(204);
    assertThat(suspend(actor, ana)).hasStatus(204);
    await().atMost(SOON).until(() -> !events.of(Suspended.class, ana).isEmpty());
    assertThat(detail(ana)).bodyJson().extractingPath("$.status").isEqualTo("SUSPENDED");
    assertThat(detail(ana)).bodyJson().extractingPath("$.suspension.reason").isEqualTo("Spam");
    assertThat(call(actor, HttpMethod.POST, "/users/" + ana + "/reinstate", "")).hasStatus(204);
    assertThat(call(actor, HttpMethod.POST, "/users/" + ana + "/reinstate", "")).hasStatus(204);
    await().atMost(SOON).until(() -> !events.of(Reinstated.class, ana).isEmpty());
    assertThat(events.of(Suspended.class, ana)).hasSize(1);
    assertThat(detail(ana)).bodyJson().extractingPath("$.status").isEqualTo("ACTIVE");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(events.of(Audited.class, ana))
                .extracting(Audited::action)
                .contains("user.suspend", "user.reinstate"));
  }

  @Test
  void nobodySuspendsThemselvesOrTheirSuperiors() {
    UUID owner = granted(register("Owner", "en"), "OWNER");
    UUID admin = granted(register("Admin", "en"), "ADMIN");
    assertThat(suspend(admin, admin)).hasStatus(409).bodyText().contains("own-account");
    assertThat(suspend(admin, owner)).hasStatus(403).bodyText().contains("beyond-your-permissions");
    assertThat(suspend(admin, Ids.next())).hasStatus(404);
    assertThat(call(admin, HttpMethod.POST, "/users/" + owner + "/suspend", "{\"reason\":\" \"}"))
        .hasStatus(400)
        .bodyText()
        .contains("\"reason\"");
  }

  @Test
  void whoeverIsSuspendedHasNoAuthorityAnyMore() {
    UUID first = granted(register("First", "en"), "ADMIN");
    UUID second = granted(register("Second", "en"), "ADMIN");
    UUID ana = register("Ana", "en");
    assertThat(suspend(first, second)).hasStatus(204);
    assertThat(call(second, HttpMethod.POST, "/users/" + second + "/reinstate", ""))
        .hasStatus(409)
        .bodyText()
        .contains("own-account");
    assertThat(suspend(second, first)).hasStatus(403);
    assertThat(suspend(second, ana)).hasStatus(403);
    assertThat(detail(second)).bodyJson().extractingPath("$.status").isEqualTo("SUSPENDED");
  }

  private UUID granted(UUID user, String role) {
    jdbc.sql("insert into role_grants (user_id, role) values (?, ?)").params(user, role).update();
    return user;
  }

  private MvcTestResult suspend(UUID actor, UUID user) {
    return call(actor, HttpMethod.POST, "/users/" + user + "/suspend", "{\"reason\":\" Spam \"}");
  }

  private MvcTestResult detail(UUID user) {
    return call(Ids.next(), HttpMethod.GET, "/users/" + user, "");
  }

  private MvcTestResult list(String query) {
    return call(Ids.next(), HttpMethod.GET, "/users" + query, "");
  }

  private List<String> ids(String query) {
    return idsOf(list(query));
  }

  private static List<String> idsOf(MvcTestResult answer) {
    assertThat(answer).hasStatusOk();
    return JsonPath.read(text(answer), "$.items[*].id");
  }

  private static String read(MvcTestResult answer, String path) {
    return JsonPath.read(text(answer), path);
  }

  private static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private MvcTestResult call(UUID actor, HttpMethod method, String path, String body) {
    return mvc.method(method)
        .uri("/api/v1/admin" + path)
        .header(
            "Authorization",
            TestTokens.admin(actor, "users:read", "users:suspend", "roles:read", "roles:grant"))
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .exchange();
  }
}
