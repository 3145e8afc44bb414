package app.tdah.user.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import app.tdah.defaults.events.ErasedUsers;
import app.tdah.defaults.privacy.RetentionRule;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.UserEvent.DataErased;
import app.tdah.events.UserEvent.ErasureCancelled;
import app.tdah.events.UserEvent.ErasureRequested;
import app.tdah.events.UserEvent.ErasureScheduled;
import app.tdah.events.UserEvent.ExportPartReady;
import app.tdah.events.UserEvent.ExportRequested;
import app.tdah.events.UserEvent.ProfileUpdated;
import app.tdah.events.UserEvent.RegistrationExpired;
import app.tdah.user.IntegrationTest;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PrivacySagaIntegrationTests extends IntegrationTest {

  private static final List<String> OTHERS =
      List.of("auth", "session", "chat", "oauth", "sms", "analytics");

  @Autowired private ErasedUsers erased;
  @Autowired private List<RetentionRule> rules;

  @Test
  void anExportCollectsAllServicesIntoOneZip() throws IOException {
    UUID user = register("Ana <b>", "es");
    UUID id = requestExport(user);
    assertThat(post(user, "/users/me/exports", "").exchange()).hasStatus(HttpStatus.CONFLICT);
    assertThat(get(user, "/users/me/exports/" + id + "/download").exchange())
        .hasStatus(HttpStatus.CONFLICT);
    OTHERS.forEach(service -> part(user, id, service, 2));

    await().atMost(SOON).until(() -> status(user, id).equals("READY"));
    MvcTestResult download = get(user, "/users/me/exports/" + id + "/download").exchange();
    assertThat(download).hasStatusOk();
    byte[] file = download.getResponse().getContentAsByteArray();
    assertThat(download.getResponse().getContentLength()).isEqualTo(file.length);
    Map<String, String> entries = unzip(file);
    assertThat(entries)
        .containsOnlyKeys(
            "auth.json",
            "session.json",
            "user.json",
            "chat.json",
            "oauth.json",
            "sms.json",
            "analytics.json",
            "index.html",
            "index.txt");
    assertThat(entries.get("chat.json")).isEqualTo("{\"things\":[1,2,3],\"of\":\"chat\"}");
    assertThat(entries.get("user.json")).contains(addressOf(user));
    assertThat(entries.get("index.html")).contains("lang=\"es\"", "Tus datos", "things: 3");
    assertThat(entries.get("index.txt")).contains("Tus mensajes de texto");
    assertThat(count("export_pieces", id)).isZero();
    assertThat(count("export_chunks", id)).isPositive();
    assertThat(
            jdbc.sql(
                    "select string_agg(encode(data, 'escape'), '') from export_chunks where export_id = ?")
                .param(id)
                .query(String.class)
                .single())
        .doesNotContain("index.html");
    await().atMost(SOON).until(() -> told(user, "export-ready"));
    await()
        .atMost(SOON)
        .until(() ->
            events.of(Audited.class, user).stream()
                .anyMatch(entry -> entry.action().equals("export.download")));
    assertThat(get(register("Eve", "en"), "/users/me/exports/" + id).exchange())
        .hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void theFileOfAnExportExpires() {
    UUID user = register("Ana", "en");
    UUID id = requestExport(user);
    OTHERS.forEach(service -> part(user, id, service, 1));
    await().atMost(SOON).until(() -> status(user, id).equals("READY"));
    jdbc.sql("update export_requests set expires_at = now() where id = ?").param(id).update();
    await().atMost(SOON).until(() -> status(user, id).equals("EXPIRED"));
    assertThat(count("export_chunks", id)).isZero();
    assertThat(get(user, "/users/me/exports/" + id + "/download").exchange())
        .hasStatus(HttpStatus.GONE);
  }

  @Test
  void whoIsSilentIsAskedAgainUntilTheExportFails() {
    UUID user = register("Ana", "en");
    UUID id = requestExport(user);
    part(user, id, "chat", 1);
    jdbc.sql("update export_requests set ask_at = now() where id = ?").param(id).update();
    await().atMost(SOON).until(() -> events.of(ExportRequested.class, user).size() == 2);
    jdbc.sql("update export_requests set give_up_at = now() where id = ?").param(id).update();
    await().atMost(SOON).until(() -> status(user, id).equals("FAILED"));
    await().atMost(SOON).until(() -> told(user, "export-failed"));
    assertThat(count("export_pieces", id)).isZero();
  }

  @Test
  void exportsAreLimited() {
    UUID user = register("Ana", "en");
    for (int i = 0; i < 3; i++) {
      UUID id = requestExport(user);
      jdbc.sql("update export_requests set status = 'FAILED' where id = ?").param(id).update();
    }
    MvcTestResult fourth = post(user, "/users/me/exports", "").exchange();
    assertThat(fourth).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(fourth.getResponse().getHeader("Retry-After")).isNotNull();
  }

  @Test
  void anErasureCanBeCancelled() {
    UUID user = register("Ana", "en");
    assertThat(post(user, "/users/me/erasure/cancel", "").exchange())
        .hasStatus(HttpStatus.NOT_FOUND);
    UUID id = requestErasure(user);
    assertThat(requestErasure(user)).isEqualTo(id);
    assertThat(erasureStatus(user)).isEqualTo("SCHEDULED");
    assertThat(post(user, "/users/me/erasure/cancel", "").exchange())
        .hasStatus(HttpStatus.NO_CONTENT);
    assertThat(erasureStatus(user)).isEqualTo("NONE");
    await().atMost(SOON).until(() -> events.of(ErasureCancelled.class, user).size() == 1);
    assertThat(events.of(ErasureScheduled.class, user)).hasSize(1);
    assertThat(
            jdbc.sql("select recipient is null from erasure_requests where id = ?")
                .param(id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void anErasureEndsWhenEveryServiceHasAnsweredAndLeavesAReceipt() {
    UUID user = register("Ana", "pt");
    UUID id = requestErasure(user);
    due(id);
    await().atMost(SOON).until(() -> events.of(ErasureRequested.class, user).size() == 1);
    assertThat(post(user, "/users/me/erasure/cancel", "").exchange())
        .hasStatus(HttpStatus.CONFLICT);
    due(id);
    await().atMost(SOON).until(() -> events.of(ErasureRequested.class, user).size() == 2);

    // What was answered before the sessions were ended is asked for once more.
    OTHERS.reversed().forEach(service -> publish(new DataErased(user, id, service)));
    await().atMost(SOON).until(() -> events.of(ErasureRequested.class, user).size() == 3);
    assertThat(status(id)).isEqualTo("RUNNING");
    OTHERS.forEach(service -> publish(new DataErased(user, id, service)));

    await().atMost(SOON).until(() -> status(id).equals("DONE"));
    assertThat(contacts.find(user)).isEmpty();
    assertThat(erased.contains(user)).isTrue();
    assertThat(
            jdbc.sql("select count(*) from erasure_requests t where id = ? and t::text like ?")
                .params(id, "%" + user + "%")
                .query(Integer.class)
                .single())
        .isZero();
    await()
        .atMost(SOON)
        .until(() ->
            events.of(NotificationRequested.class, id).stream()
                .anyMatch(notice ->
                    notice.template().equals("erased")
                        && notice.recipient() != null
                        && cipher.open(notice.recipient()).equals(addressOf(user))));

    publish(new ProfileUpdated(user, "late"));
    publish(
        new app.tdah.events.UserEvent.Registered(
            user, cipher.seal("late@example.org"), "late", "en", "UTC"));
    UUID next = register("Next", "en");
    assertThat(contacts.find(next)).isPresent();
    assertThat(contacts.find(user)).isEmpty();
  }

  @Test
  void whatAnUnconfirmedRegistrationLeftIsErasedWithoutAWord() {
    UUID user = register("Nobody", "en");
    publish(new RegistrationExpired(user));
    await().atMost(SOON).until(() -> events.of(ErasureRequested.class, user).size() == 1);
    UUID id = events.of(ErasureRequested.class, user).getFirst().erasureId();
    publish(new DataErased(user, id, "auth"));
    await().atMost(SOON).until(() -> events.of(ErasureRequested.class, user).size() == 2);
    OTHERS.forEach(service -> publish(new DataErased(user, id, service)));
    await().atMost(SOON).until(() -> status(id).equals("DONE"));
    assertThat(contacts.find(user)).isEmpty();
    assertThat(events.of(NotificationRequested.class, id)).isEmpty();
  }

  @Test
  void sensitiveRequestsNeedARecentSignIn() {
    UUID user = UUID.randomUUID();
    var stale = jwt().jwt(token -> token.subject(user.toString()).claim("sid", user.toString()));
    assertThat(mvc.delete().uri("/api/v1/users/me").with(stale).exchange())
        .hasStatus(HttpStatus.FORBIDDEN);
    assertThat(
            mvc.get().uri("/api/v1/users/me/exports/" + user + "/download").with(stale).exchange())
        .hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void administratorsSeeWhatIsUnderWay() {
    UUID user = register("Ana", "en");
    UUID id = requestExport(user);
    var admin = jwt().authorities(new SimpleGrantedAuthority("privacy:read"));
    assertThat(
            mvc.get()
                .uri("/api/v1/admin/privacy-requests?kind=EXPORT&limit=200")
                .with(admin)
                .exchange())
        .hasStatusOk()
        .bodyText()
        .contains(id.toString());
    assertThat(
            mvc.get()
                .uri("/api/v1/admin/privacy-requests")
                .header("Authorization", TestTokens.bearer(user))
                .exchange())
        .hasStatus(HttpStatus.FORBIDDEN);
  }

  @Test
  void retentionIsSetForEveryKind() {
    assertThat(rules)
        .extracting(RetentionRule::table)
        .contains("notifications", "deliveries", "export_requests", "erasure_requests");
  }

  private UUID requestExport(UUID user) {
    MvcTestResult answer = post(user, "/users/me/exports", "").exchange();
    assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
    return id(answer);
  }

  private UUID requestErasure(UUID user) {
    MvcTestResult answer = as(user, HttpMethod.DELETE, "/users/me").exchange();
    assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
    return id(answer);
  }

  private void due(UUID id) {
    jdbc.sql("update erasure_requests set due_at = now(), ask_at = now() where id = ?")
        .param(id)
        .update();
  }

  /** A share cut into so many pieces. */
  private void part(UUID user, UUID export, String service, int count) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(
          ("{\"things\":[1,2,3],\"of\":\"" + service + "\"}").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = Base64.getEncoder().encodeToString(packed.toByteArray());
    int length = Math.ceilDiv(text.length(), count);
    for (int i = 0; i < count; i++) {
      String piece = text.substring(i * length, Math.min(text.length(), (i + 1) * length));
      publish(new ExportPartReady(user, export, service, i, count, cipher.seal(piece)));
    }
  }

  private boolean told(UUID user, String template) {
    return events.of(NotificationRequested.class, user).stream()
        .anyMatch(notice -> notice.template().equals(template));
  }

  private String status(UUID user, UUID export) {
    return JsonPath.read(body(get(user, "/users/me/exports/" + export).exchange()), "$.status");
  }

  private String erasureStatus(UUID user) {
    return JsonPath.read(body(get(user, "/users/me/erasure").exchange()), "$.status");
  }

  private String status(UUID erasure) {
    return jdbc.sql("select status from erasure_requests where id = ?")
        .param(erasure)
        .query(String.class)
        .single();
  }

  private int count(String table, UUID export) {
    return jdbc.sql("select count(*) from " + table + " where export_id = ?")
        .param(export)
        .query(Integer.class)
        .single();
  }

  private static UUID id(MvcTestResult answer) {
    return UUID.fromString(JsonPath.read(body(answer), "$.id"));
  }

  private static String body(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> unzip(byte[] file) throws IOException {
    Map<String, String> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
