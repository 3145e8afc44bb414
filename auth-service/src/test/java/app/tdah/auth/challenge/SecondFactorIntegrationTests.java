package app.tdah.auth.challenge;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static app.tdah.auth.AuthClient.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.events.SecurityEvent.MfaChanged;
import app.tdah.events.SecurityEvent.MfaCodeSent;
import app.tdah.events.SecurityEvent.MfaFailed;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import com.warrenstrange.googleauth.GoogleAuthenticator;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AuthIntegrationTest
class SecondFactorIntegrationTests {

  private static final Duration STEP = Duration.ofSeconds(30);

  @Autowired private AuthClient client;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private EventPublisher events;
  @Autowired private FieldCipher cipher;
  @Autowired private TransactionOperations transactions;

  private final GoogleAuthenticator app = new GoogleAuthenticator();

  @Test
  void theAppProvesItselfAndBringsTenBackupCodes() {
    String email = client.verified(someEmail());
    JsonNode session = client.signedIn(email);
    JsonNode setUp = json(client.postAs(session, "/mfa/totp", Map.of()));
    String secret = setUp.get("secret").asString();
    assertThat(setUp.get("otpauthUri").asString())
        .startsWith("otpauth://totp/Personal%20Assistant:")
        .contains("secret=" + secret);
    assertThat(setUp.get("qrCode").asString()).startsWith("data:image/svg+xml;base64,");
    assertThat(client.login(email, PASSWORD)).hasStatusOk(); // not asked for before it is confirmed

    assertThat(client.postAs(session, "/mfa/totp/confirm", Map.of("code", "000000x")))
        .hasStatus(400);
    MvcTestResult confirmed =
        client.postAs(session, "/mfa/totp/confirm", Map.of("code", code(secret)));
    assertThat(confirmed).hasStatusOk();
    assertThat(json(confirmed).get("backupCodes")).hasSize(10);
    assertThat(jdbc.sql("select secret from totp_factors").query(String.class).list())
        .doesNotContain(secret);
    JsonNode login = json(client.login(email, PASSWORD));
    assertThat(login.get("status").asString()).isEqualTo("MFA_REQUIRED");
    assertThat(words(login.get("methods"))).containsExactly("TOTP", "BACKUP_CODE");
    assertThat(login.get("expiresIn").asInt()).isEqualTo(300);
    assertThat(login.has("accessToken")).isFalse();
    await()
        .untilAsserted(() ->
            assertThat(client.heard(MfaChanged.class))
                .anyMatch(it -> it.userId().equals(idOf(session)) && it.change().equals("ADDED")));
  }

  @Test
  void aCodeWorksOnceAndWithinOneStep() {
    Enrolled ana = enrolled();
    clock.advance(STEP);
    String code = ana.code();
    assertThat(answer(ana.challenge(), "TOTP", code)).hasStatusOk();
    assertThat(answer(ana.challenge(), "TOTP", code)).hasStatus(401);

    clock.advance(STEP.multipliedBy(3));
    String late = ana.code();
    clock.advance(STEP);
    assertThat(answer(ana.challenge(), "TOTP", late)).hasStatusOk();
    String tooLate = ana.code(clock.millis() + 30_000);
    clock.advance(STEP.multipliedBy(3));
    assertThat(answer(ana.challenge(), "TOTP", tooLate)).hasStatus(401);
  }

  @Test
  void ofAHundredUsesOfOneCodeOneWins() throws InterruptedException {
    Enrolled ana = enrolled();
    clock.advance(STEP);
    String code = ana.code();
    assertThat(statuses(ana, "TOTP", code)).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses(ana, "BACKUP_CODE", ana.backupCodes().getFirst()))
        .filteredOn(status -> status == 200)
        .hasSize(1);
  }

  @Test
  void aBackupCodeWorksOnceInAnySpellingAndFewAreWarnedOf() {
    Enrolled ana = enrolled();
    String code = ana.backupCodes().getFirst();
    String typed = code.toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(answer(ana.challenge(), "BACKUP_CODE", typed)).hasStatusOk();
    assertThat(answer(ana.challenge(), "BACKUP_CODE", code)).hasStatus(401);
    assertThat(jdbc.sql("select hash from backup_codes").query(String.class).list())
        .allMatch(hash -> hash.startsWith("$argon2id$"));
    JsonNode session = ana.session();
    assertThat(factors(session).at("/backupCodes/remaining").asInt()).isEqualTo(9);
    assertThat(factors(session).at("/backupCodes/few").asBoolean()).isFalse();
    for (String more : ana.backupCodes().subList(1, 7)) {
      assertThat(answer(ana.challenge(), "BACKUP_CODE", more)).hasStatusOk();
    }
    assertThat(factors(session).at("/backupCodes/few").asBoolean()).isTrue();
    assertThat(json(client.postAs(session, "/mfa/backup-codes", Map.of())).get("backupCodes"))
        .hasSize(10);
    assertThat(answer(ana.challenge(), "BACKUP_CODE", ana.backupCodes().getLast())).hasStatus(401);
  }

  @Test
  void fiveWrongCodesEndAChallengeAndSoDoFiveMinutes() {
    Enrolled ana = enrolled();
    String challenge = ana.challenge();
    for (int left = 4; left >= 0; left--) {
      MvcTestResult wrong = answer(challenge, "BACKUP_CODE", "aaaa-aaaa-aaaa");
      assertThat(wrong).hasStatus(401);
      assertThat(json(wrong).get("code").asString()).isEqualTo("invalid-code");
      assertThat(json(wrong).get("attemptsLeft").asInt()).isEqualTo(left);
    }
    assertThat(answer(challenge, "BACKUP_CODE", ana.backupCodes().getFirst())).hasStatus(410);
    await()
        .untilAsserted(() ->
            assertThat(client.heard(MfaFailed.class))
                .filteredOn(it -> it.userId().equals(idOf(ana.session())))
                .hasSize(5));

    String other = ana.challenge();
    clock.advance(Duration.ofMinutes(5));
    assertThat(answer(other, "BACKUP_CODE", ana.backupCodes().getFirst())).hasStatus(410);
  }

  @Test
  void aChallengeDiesWithThePasswordThatItWasMadeWith() {
    Enrolled ana = enrolled();
    String challenge = ana.challenge();
    assertThat(
            client.postAs(
                ana.session(),
                "/password/change",
                Map.of("newPassword", "seven quiet green turtles", "endOtherSessions", false)))
        .hasStatus(204);
    assertThat(answer(challenge, "BACKUP_CODE", ana.backupCodes().getFirst())).hasStatus(410);
  }

  @Test
  void aCodeIsTextedToAVerifiedPhoneForItsChallengeAlone() {
    String email = client.verified(someEmail());
    JsonNode session = client.signedIn(email);
    assertThat(client.postAs(session, "/mfa/sms", Map.of())).hasStatus(409);
    UUID phone = verifyPhone(idOf(session), "+12125550134");
    await().until(() -> factors(session).at("/sms/phoneNumbers").size() == 1);
    assertThat(factors(session).at("/sms/phoneNumbers/0/masked").asString()).isEqualTo("••• 34");
    assertThat(client.postAs(session, "/mfa/sms", Map.of())).hasStatusOk();

    JsonNode login = json(client.login(email, PASSWORD));
    assertThat(login.get("smsTo").asString()).isEqualTo("••• 34");
    String challenge = login.get("challengeId").asString();
    MvcTestResult sent = client.post("/mfa/challenges/" + challenge + "/sms", Map.of());
    assertThat(sent).hasStatus(202);
    assertThat(json(sent).get("resendAfter").asInt()).isEqualTo(60);
    MvcTestResult again = client.post("/mfa/challenges/" + challenge + "/sms", Map.of());
    assertThat(again).hasStatus(429);
    assertThat(again.getResponse().getHeader("Retry-After")).isEqualTo("60");
    String code = textedTo("+12125550134", idOf(session));

    String other = json(client.login(email, PASSWORD)).get("challengeId").asString();
    assertThat(answer(other, "SMS", code)).hasStatus(401);
    assertThat(answer(challenge, "SMS", code)).hasStatusOk();
    assertThat(answer(challenge, "SMS", code)).hasStatus(410);
    await()
        .until(() ->
            client.heard(MfaCodeSent.class).stream()
                .anyMatch(it -> it.userId().equals(idOf(session))));

    publish(new PhoneRemoved(idOf(session), phone));
    await().until(() -> !factors(session).at("/sms/enabled").asBoolean());
    assertThat(json(client.login(email, PASSWORD)).get("status").asString())
        .isEqualTo("AUTHENTICATED");
  }

  @Test
  void ofAHundredUsesOfOneTextedCodeOneWins() throws InterruptedException {
    String email = client.verified(someEmail());
    JsonNode session = client.signedIn(email);
    verifyPhone(idOf(session), "+12125550188");
    await().until(() -> factors(session).at("/sms/phoneNumbers").size() == 1);
    assertThat(client.postAs(session, "/mfa/sms", Map.of())).hasStatusOk();
    String challenge = json(client.login(email, PASSWORD)).get("challengeId").asString();
    assertThat(client.post("/mfa/challenges/" + challenge + "/sms", Map.of())).hasStatus(202);
    String code = textedTo("+12125550188", idOf(session));
    List<Integer> statuses =
        together(100, () -> answer(challenge, "SMS", code).getResponse().getStatus());
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
  }

  @Test
  void aTrustedBrowserIsNotAskedForThirtyDays() {
    Enrolled ana = enrolled();
    MvcTestResult login = browserLogin(ana.email(), null);
    Cookie device = login.getResponse().getCookie("device");
    assertThat(device).isNotNull();
    String challenge = json(login).get("challengeId").asString();
    assertThat(answerFrom(challenge, ana.backupCodes().getFirst(), null)).hasStatus(410);
    assertThat(answerFrom(challenge, ana.backupCodes().getFirst(), device)).hasStatusOk();

    assertThat(status(browserLogin(ana.email(), device))).isEqualTo("AUTHENTICATED");
    assertThat(status(browserLogin(ana.email(), null))).isEqualTo("MFA_REQUIRED");
    JsonNode trusted = factors(ana.session()).get("trustedDevices");
    assertThat(trusted).hasSize(1);
    assertThat(
            mvc.delete()
                .uri("/api/v1/auth/mfa/trusted-devices/" + trusted.get(0).get("id").asString())
                .header("Authorization", "Bearer " + ana.session().get("accessToken").asString()))
        .hasStatus(204);
    assertThat(status(browserLogin(ana.email(), device))).isEqualTo("MFA_REQUIRED");

    String next = json(browserLogin(ana.email(), device)).get("challengeId").asString();
    assertThat(answerFrom(next, ana.backupCodes().get(1), device)).hasStatusOk();
    clock.advance(Duration.ofDays(30));
    assertThat(status(browserLogin(ana.email(), device))).isEqualTo("MFA_REQUIRED");
  }

  @Test
  void changesNeedALoginOfTheLastMinutesAndReauthenticationIsOne() {
    Enrolled ana = enrolled();
    JsonNode session = ana.session();
    clock.advance(Duration.ofMinutes(6));
    MvcTestResult refused = client.postAs(session, "/mfa/backup-codes", Map.of());
    assertThat(refused).hasStatus(403);
    assertThat(json(refused).get("code").asString()).isEqualTo("reauthentication-required");
    assertThat(
            words(json(client.postAs(session, "/reauthenticate/options", Map.of())).get("methods")))
        .containsExactly("PASSWORD", "TOTP");
    assertThat(client.postAs(session, "/reauthenticate", Map.of("password", "wrong one")))
        .hasStatus(401);
    assertThat(
            client.postAs(
                session,
                "/reauthenticate",
                Map.of("method", "BACKUP_CODE", "code", ana.backupCodes().getFirst())))
        .hasStatus(400);
    MvcTestResult renewed = client.postAs(session, "/reauthenticate", Map.of("password", PASSWORD));
    assertThat(renewed).hasStatusOk();
    assertThat(client.postAs(json(renewed), "/mfa/backup-codes", Map.of())).hasStatusOk();

    clock.advance(Duration.ofMinutes(6));
    MvcTestResult byApp =
        client.postAs(session, "/reauthenticate", Map.of("method", "TOTP", "code", ana.code()));
    assertThat(byApp).hasStatusOk();
    assertThat(
            mvc.delete()
                .uri("/api/v1/auth/mfa/totp")
                .header("Authorization", "Bearer " + json(byApp).get("accessToken").asString()))
        .hasStatus(204);
    assertThat(status(client.login(ana.email(), PASSWORD))).isEqualTo("AUTHENTICATED");
    assertThat(factors(session).at("/backupCodes/remaining").asInt()).isZero();
  }

  private Enrolled enrolled() {
    String email = client.verified(someEmail());
    JsonNode session = client.signedIn(email);
    String secret = json(client.postAs(session, "/mfa/totp", Map.of())).get("secret").asString();
    JsonNode confirmed =
        json(client.postAs(session, "/mfa/totp/confirm", Map.of("code", code(secret))));
    return new Enrolled(email, session, secret, words(confirmed.get("backupCodes")));
  }

  private List<Integer> statuses(Enrolled who, String method, String code)
      throws InterruptedException {
    List<String> challenges =
        java.util.stream.IntStream.range(0, 20).mapToObj(i -> who.challenge()).toList();
    var next = new java.util.concurrent.atomic.AtomicInteger();
    return together(
        100,
        () ->
            answer(challenges.get(next.getAndIncrement() % 20), method, code)
                .getResponse()
                .getStatus());
  }

  private MvcTestResult answer(String challenge, String method, String code) {
    return client.post("/mfa/challenges/" + challenge, Map.of("method", method, "code", code));
  }

  private MvcTestResult answerFrom(String challenge, String code, Cookie device) {
    var request =
        mvc.post()
            .uri("/api/v1/auth/mfa/challenges/" + challenge)
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                JsonMapper.shared()
                    .writeValueAsString(
                        Map.of("method", "BACKUP_CODE", "code", code, "trustDevice", true)));
    return (device == null ? request : request.cookie(device)).exchange();
  }

  private MvcTestResult browserLogin(String email, Cookie device) {
    var request =
        mvc.post()
            .uri("/api/v1/auth/login")
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                JsonMapper.shared()
                    .writeValueAsString(Map.of("email", email, "password", PASSWORD)));
    return (device == null ? request : request.cookie(device)).exchange();
  }

  private JsonNode factors(JsonNode session) {
    return json(
        mvc.get()
            .uri("/api/v1/auth/mfa")
            .header("Authorization", "Bearer " + session.get("accessToken").asString())
            .exchange());
  }

  private UUID verifyPhone(UUID user, String number) {
    UUID phone = UUID.randomUUID();
    publish(new PhoneVerified(user, phone, cipher.seal(number), true));
    return phone;
  }

  private void publish(app.tdah.events.DomainEvent event) {
    transactions.executeWithoutResult(status -> events.publish(event));
  }

  private String textedTo(String number, UUID user) {
    await()
        .until(() ->
            client.heard(SmsRequested.class).stream().anyMatch(it -> user.equals(it.userId())));
    SmsRequested sms =
        client.heard(SmsRequested.class).stream()
            .filter(it -> user.equals(it.userId()))
            .findFirst()
            .orElseThrow();
    assertThat(cipher.open(sms.to())).isEqualTo(number);
    assertThat(sms.purpose()).isEqualTo("SECURITY_CODE");
    Matcher code = Pattern.compile("\\d{6}").matcher(cipher.open(sms.body()));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private String code(String secret) {
    return "%06d".formatted(app.getTotpPassword(secret, clock.millis()));
  }

  private static String status(MvcTestResult result) {
    return json(result).get("status").asString();
  }

  private static UUID idOf(JsonNode session) {
    return UUID.fromString(session.at("/user/id").asString());
  }

  private static List<String> words(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private final class Enrolled {

    private final String email;
    private final JsonNode session;
    private final String secret;
    private final List<String> backupCodes;

    Enrolled(String email, JsonNode session, String secret, List<String> backupCodes) {
      this.email = email;
      this.session = session;
      this.secret = secret;
      this.backupCodes = backupCodes;
    }

    String email() {
      return email;
    }

    JsonNode session() {
      return session;
    }

    List<String> backupCodes() {
      return backupCodes;
    }

    String code() {
      return code(clock.millis());
    }

    String code(long millis) {
      return "%06d".formatted(app.getTotpPassword(secret, millis));
    }

    String challenge() {
      return json(client.login(email, PASSWORD)).get("challengeId").asString();
    }
  }
}
