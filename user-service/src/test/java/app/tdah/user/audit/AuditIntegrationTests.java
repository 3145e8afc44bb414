package app.tdah.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.privacy.Erasure;
import app.tdah.devstack.testing.TestTokens;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.user.IntegrationTest;
import app.tdah.user.Race;
import app.tdah.user.audit.VerifyAudit.Break;
import app.tdah.user.audit.VerifyAudit.Reason;
import app.tdah.user.audit.VerifyAudit.Verification;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AuditIntegrationTests extends IntegrationTest {

  private static final String LIFT = "alter table audit_entries disable trigger user";

  @Autowired private AuditedHandler handler;
  @Autowired private VerifyAudit verification;
  @Autowired private AuditEntries entries;
  @Autowired private AuditChain chain;
  @Autowired private Erasure erasure;

  @Test
  void whatAServiceDidIsWrittenDown() {
    UUID ana = Ids.next();
    UUID admin = Ids.next();
    publish(
        new Audited(
            ana,
            admin,
            "user.wave",
            "t-1",
            "DONE",
            "192.0.2.7",
            Map.of("b", "2", "a", "1"),
            now()));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(list("?user=" + ana)).bodyText().contains("user.wave"));
    MvcTestResult found = list("?user=" + ana);
    assertThat(read(found, "$.items[0].service")).isEqualTo("user-service");
    assertThat(read(found, "$.items[0].actorId")).isEqualTo(admin.toString());
    assertThat(read(found, "$.items[0].userId")).isEqualTo(ana.toString());
    assertThat(read(found, "$.items[0].address")).isEqualTo("192.0.2.7");
    assertThat(read(found, "$.items[0].details.a")).isEqualTo("1");
    assertThat(text(list("?actor=" + admin))).contains(ana.toString());
  }

  @Test
  void filtersAndPages() {
    UUID ana = Ids.next();
    for (String action : List.of("note.add", "note.remove", "notebook.add", "note.add")) {
      append(ana, action, Instant.parse("2031-01-01T00:00:00Z"));
    }
    append(ana, "note.add", Instant.parse("2031-02-01T00:00:00Z"));
    String user = "?user=" + ana;
    assertThat(actions(user)).hasSize(5);
    assertThat(actions(user + "&action=note.add")).hasSize(3);
    assertThat(actions(user + "&action=note.*")).hasSize(4);
    assertThat(actions(user + "&from=2031-01-15T00:00:00Z")).hasSize(1);
    assertThat(actions(user + "&to=2031-01-15T00:00:00Z")).hasSize(4);
    MvcTestResult first = list(user + "&limit=3");
    MvcTestResult second = list(user + "&limit=3&cursor=" + read(first, "$.nextCursor"));
    List<Integer> sequences = JsonPath.read(text(first), "$.items[*].sequence");
    List<Integer> rest = JsonPath.read(text(second), "$.items[*].sequence");
    assertThat(sequences).hasSize(3).isSortedAccordingTo((a, b) -> b - a);
    assertThat(rest).hasSize(2).allMatch(sequence -> sequence < sequences.getLast());
    assertThat(list("?from=2031-02-01T00:00:00Z&to=2031-01-01T00:00:00Z"))
        .hasStatus(400)
        .bodyText()
        .contains("\"from\"");
    assertThat(list("?to=%2B99999999-01-01T00:00:00Z"))
        .hasStatus(400)
        .bodyText()
        .contains("\"to\"");
  }

  @Test
  void comesAsAFileThatNoSpreadsheetRuns() {
    UUID ana = Ids.next();
    append(ana, "=cmd", now());
    MvcTestResult file = get("/audit-log.csv?user=" + ana);
    assertThat(file).hasStatusOk().hasHeader("Content-Type", "text/csv;charset=UTF-8");
    assertThat(text(file).lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("sequence,id,at,service,action");
    assertThat(text(file)).contains(",'=cmd,");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(actions("?action=audit.export")).isNotEmpty());
  }

  @Test
  void needsThePermission() {
    UUID user = Ids.next();
    for (String path : List.of("", ".csv", "/verification")) {
      assertThat(get(user, "/admin/audit-log" + path).exchange()).hasStatus(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entries set action = 'x'",
        "delete from audit_entries",
        "truncate audit_entries"
      })
  void theDatabaseRefusesToChangeWhatIsWritten(String tampering) {
    append(Ids.next(), "kept.entry", now());
    assertThatThrownBy(() -> jdbc.sql(tampering).update())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThat(verification.verify(0).valid()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHANGED | 0 | update audit_entries set outcome = 'REFUSED' where sequence = :at",
        "CHANGED | 0 | update audit_entries set at = at + interval '1 s' where sequence = :at",
        "CHANGED | 0 | update audit_entries set actor = gen_random_uuid() where sequence = :at",
        "CHANGED | 0 | update audit_entries set hash = md5('x') where sequence = :at",
        "MISSING | 0 | delete from audit_entries where sequence = :at",
        "MISSING | 0 | delete from audit_entries where sequence >= :at",
        "HEAD    | 2 | update audit_head set hash = md5('x') where :at > 0"
      })
  void tamperingIsFoundAtItsFirstPlace(Reason reason, int off, String tampering) {
    UUID ana = Ids.next();
    append(ana, "first.entry", now());
    append(ana, "second.entry", now());
    append(ana, "third.entry", now());
    long first = sequence(ana, "first.entry");
    Verification found =
        transactions.execute(status -> {
          tamper(tampering.replace(":at", "?"), first);
          Verification broken = verification.verify(0);
          status.setRollbackOnly();
          return broken;
        });
    assertThat(found).isNotNull();
    assertThat(found.valid()).isFalse();
    assertThat(found.firstBroken()).isNotNull();
    assertThat(found.firstBroken().reason()).isEqualTo(reason);
    assertThat(found.firstBroken().sequence()).isEqualTo(first + off);
    assertThat(verification.verify(0).valid()).isTrue();
  }

  @Test
  void manyAtOnceMakeOneChain() throws Exception {
    UUID ana = Ids.next();
    Race.of(
        50,
        () -> {
          append(ana, "race.run", now());
          return true;
        });
    assertThat(actions("?limit=100&user=" + ana)).hasSize(50);
    MvcTestResult answer = get("/audit-log/verification");
    assertThat(answer).hasStatusOk();
    assertThat(JsonPath.<Boolean>read(text(answer), "$.valid")).isTrue();
  }

  @Test
  void aLongLogIsVerifiedInStretches() {
    List.of("one.entry", "two.entry", "three.entry", "four.entry", "five.entry")
        .forEach(action -> append(Ids.next(), action, now()));
    long end = entries.head().sequence();
    VerifyAudit stretches = inStretchesOf(2);
    Verification part = stretches.verify(end - 5);
    assertThat(part.valid()).isTrue();
    assertThat(part.entries()).isEqualTo(end - 3);
    assertThat(part.next()).isEqualTo(end - 3);
    part = stretches.verify(part.next());
    assertThat(part.next()).isEqualTo(end - 1);
    part = stretches.verify(part.next());
    assertThat(part)
        .isEqualTo(new Verification(true, end, entries.head().hash(), null, null))
        .isEqualTo(verification.verify(0));
    assertThat(stretches.verify(end)).isEqualTo(part);
  }

  @Test
  void theStretchThatIsTamperedWithSaysSo() {
    UUID ana = Ids.next();
    append(ana, "first.entry", now());
    append(ana, "second.entry", now());
    append(ana, "third.entry", now());
    long first = sequence(ana, "first.entry");
    VerifyAudit stretches = inStretchesOf(1);
    transactions.executeWithoutResult(status -> {
      tamper("update audit_entries set outcome = 'REFUSED' where sequence = ?", first + 1);
      Verification sound = stretches.verify(first - 1);
      assertThat(sound.valid()).isTrue();
      Verification broken = stretches.verify(first);
      assertThat(broken.valid()).isFalse();
      assertThat(broken.next()).isNull();
      assertThat(broken.firstBroken())
          .isEqualTo(new Break(first + 1, idOf(first + 1), Reason.CHANGED));
      tamper("delete from audit_entries where sequence = ?", first);
      assertThat(stretches.verify(first).firstBroken())
          .isEqualTo(new Break(first, null, Reason.MISSING));
      status.setRollbackOnly();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "9223372036854775807"})
  void goingOnFromWhereThereIsNothingIsRefused(String after) {
    assertThat(get("/audit-log/verification?after=" + after))
        .hasStatus(400)
        .bodyText()
        .contains("\"field\":\"after\"");
  }

  @Test
  void afterErasureEntriesAreAboutNobodyAndStillHold() {
    UUID ana = register("Ana", "en");
    append(ana, "secret.walk", now());
    long sequence = sequence(ana, "secret.walk");
    transactions.executeWithoutResult(status -> erasure.run(ana, Ids.next()));
    append(ana, "late.echo", now());
    Map<String, Object> entry =
        jdbc.sql(
                """
                select e.action, s.user_id, d.address from audit_entries e
                  left join audit_subjects s on s.subject = e.subject
                  left join audit_addresses d on d.sequence = e.sequence
                 where e.sequence = ?
                """)
            .param(sequence)
            .query()
            .singleRow();
    assertThat(entry).containsEntry("action", "secret.walk");
    assertThat(entry).containsEntry("user_id", null).containsEntry("address", null);
    assertThat(actions("?user=" + ana)).isEmpty();
    assertThat(text(list("?action=late.echo")))
        .contains("late.echo")
        .doesNotContain(ana.toString());
    assertThat(verification.verify(0).valid()).isTrue();
  }

  private VerifyAudit inStretchesOf(int size) {
    return new VerifyAudit(entries, chain, new AuditProperties(size));
  }

  /** The caller rolls back. */
  private void tamper(String statement, long sequence) {
    jdbc.sql("grant update, delete on audit_entries to current_user").update();
    jdbc.sql(LIFT).update();
    jdbc.sql(statement).param(sequence).update();
  }

  private UUID idOf(long sequence) {
    return jdbc.sql("select id from audit_entries where sequence = ?")
        .param(sequence)
        .query(UUID.class)
        .single();
  }

  private void append(UUID user, String action, Instant at) {
    Audited event = new Audited(user, null, action, null, "DONE", "192.0.2.9", Map.of(), at);
    transactions.executeWithoutResult(status ->
        handler.handle(event, new EventMetadata(Ids.next(), "audited", "test-service", at)));
  }

  private long sequence(UUID user, String action) {
    return jdbc.sql(
            """
            select max(sequence) from audit_entries join audit_subjects using (subject)
             where user_id = ? and action = ?
            """)
        .params(user, action)
        .query(Long.class)
        .single();
  }

  private List<String> actions(String query) {
    return JsonPath.read(text(list(query)), "$.items[*].action");
  }

  private MvcTestResult list(String query) {
    return get("/audit-log" + query);
  }

  private MvcTestResult get(String path) {
    return mvc.get()
        .uri("/api/v1/admin" + path)
        .header("Authorization", TestTokens.admin(Ids.next(), "audit:read"))
        .exchange();
  }

  private static String read(MvcTestResult answer, String path) {
    return JsonPath.<Object>read(text(answer), path).toString();
  }

  private static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static Instant now() {
    return Instant.parse("2031-05-06T07:08:09.123456789Z");
  }
}
