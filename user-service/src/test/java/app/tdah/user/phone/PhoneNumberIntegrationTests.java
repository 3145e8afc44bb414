package app.tdah.user.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import app.tdah.events.CommunicationEvent.SmsRequested;
import app.tdah.events.SecurityEvent.Audited;
import app.tdah.events.UserEvent.PhoneRemoved;
import app.tdah.events.UserEvent.PhoneVerified;
import app.tdah.user.IntegrationTest;
import app.tdah.user.Race;
import app.tdah.user.TestMail;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PhoneNumberIntegrationTests extends IntegrationTest {

  private static final String PATH = "/users/me/phone-numbers";
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

  @Test
  void textsACodeInTheUsersLanguage() throws Exception {
    UUID user = register("Ana", "es");
    String number = number();

    MvcTestResult added = add(user, number);

    assertThat(added).hasStatus(201);
    assertThat(added)
        .bodyJson()
        .isLenientlyEqualTo(
            "{\"number\":\"%s\",\"verified\":false,\"primary\":false}".formatted(number));
    SmsRequested sms = sentTo(user, 1);
    assertThat(cipher.open(sms.to())).isEqualTo(number);
    assertThat(cipher.open(sms.body())).startsWith("Tu código");
    assertThat(sms.purpose()).isEqualTo("SECURITY_CODE");
  }

  @Test
  void verifiesWithTheCodeAndTellsOthers() throws Exception {
    UUID user = register("Ana", "en");
    String number = number();
    UUID id = idOf(add(user, number));

    assertThat(verify(user, id, codeOf(sentTo(user, 1))))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo("{\"verified\":true,\"primary\":true}");

    PhoneVerified told = verified(user, 1).getFirst();
    assertThat(cipher.open(told.number())).isEqualTo(number);
    assertThat(told.phoneNumberId()).isEqualTo(id);
    assertThat(told.primary()).isTrue();
    assertThat(get(user, PATH)).bodyJson().extractingPath("$.items[0].number").isEqualTo(number);
  }

  @Test
  void storesNumberAndCodeUnreadable() throws Exception {
    UUID user = register("Ana", "en");
    String number = number();
    add(user, number);

    String row =
        jdbc.sql("select row_to_json(p)::text from phone_numbers p where user_id = ?")
            .param(user)
            .query(String.class)
            .single();

    assertThat(row)
        .doesNotContain(number.substring(1))
        .doesNotContain("\"" + codeOf(sentTo(user, 1)) + "\"");
  }

  @Test
  void namesTheFieldThatIsWrong() {
    UUID user = register("Ana", "en");

    assertThat(add(user, "12345"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("number");
  }

  @Test
  void repeatsTheAnswerToTheSameIdempotencyKey() {
    UUID user = register("Ana", "en");
    String body = "{\"number\":\"%s\"}".formatted(number());

    MvcTestResult first = post(user, PATH, body).header("Idempotency-Key", "one-key-1").exchange();
    MvcTestResult again = post(user, PATH, body).header("Idempotency-Key", "one-key-1").exchange();

    assertThat(first).hasStatus(201);
    assertThat(again).hasStatus(201);
    assertThat(JsonPath.<String>read(bodyOf(again), "$.id"))
        .isEqualTo(JsonPath.<String>read(bodyOf(first), "$.id"));
  }

  @Test
  void saysWhenAnotherCodeCanBeAskedFor() {
    UUID user = register("Ana", "en");
    String number = number();
    add(user, number);

    MvcTestResult soon = add(user, number);

    assertThat(soon)
        .hasStatus(429)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("code-sent-too-often");
    assertThat(Integer.parseInt(soon.getResponse().getHeader("Retry-After"))).isBetween(1, 60);
  }

  @Test
  void limitsCodesPerHourAlsoOverSeveralNumbers() {
    UUID user = register("Ana", "en");
    for (int i = 0; i < 5; i++) {
      assertThat(add(user, number())).hasStatus(201);
    }

    assertThat(add(user, number())).hasStatus(429);
  }

  @Test
  void removingAndAddingAgainDoesNotGetAroundThePause() {
    UUID user = register("Ana", "en");
    String number = number();
    UUID id = idOf(add(user, number));
    as(user, HttpMethod.DELETE, PATH + "/" + id).exchange();

    assertThat(add(user, number)).hasStatus(429);
  }

  @Test
  void wrongCodesRunOut() {
    UUID user = register("Ana", "en");
    UUID id = idOf(add(user, number()));
    String right = codeOf(sentTo(user, 1));
    String wrong = right.equals("000000") ? "000001" : "000000";

    for (int i = 0; i < 5; i++) {
      assertThat(verify(user, id, wrong))
          .hasStatus(400)
          .bodyJson()
          .extractingPath("$.code")
          .isEqualTo("code-wrong");
    }
    assertThat(verify(user, id, right))
        .hasStatus(429)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("code-exhausted");
  }

  @Test
  void aSecondCodeReplacesTheFirst() {
    UUID user = register("Ana", "en");
    String number = number();
    UUID id = idOf(add(user, number));
    sentTo(user, 1);
    jdbc.sql("delete from code_sends where user_id = ?").param(user).update();

    assertThat(add(user, number)).hasStatus(200);

    assertThat(verify(user, id, codeOf(sentTo(user, 2)))).hasStatusOk();
  }

  @Test
  void aCodeWorksOnceAmongAHundredThreads() throws Exception {
    UUID user = register("Ana", "en");
    UUID id = idOf(add(user, number()));
    String code = codeOf(sentTo(user, 1));

    List<Integer> statuses = Race.of(100, () -> statusOf(verify(user, id, code)));

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(99);
    assertThat(verified(user, 1)).hasSize(1);
  }

  @Test
  void aNumberGetsOneOwnerHoweverManyProveIt() throws Exception {
    String number = number();
    List<UUID> users = Stream.generate(() -> register("Ana", "en")).limit(4).toList();
    Stream<Callable<Integer>> proofs =
        users.stream()
            .map(user -> {
              UUID id = idOf(add(user, number));
              String code = codeOf(sentTo(user, 1));
              return () -> statusOf(verify(user, id, code));
            });

    List<Integer> statuses = Race.of(proofs.toList().stream());

    assertThat(statuses).containsOnlyOnce(200).contains(409);
    assertThat(
            jdbc.sql(
                    "select count(*) from phone_numbers"
                        + " where number_index = ? and verified_at is not null")
                .param(cipher.blindIndex(number))
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theUserChoosesThePrimaryNumberAndRemovesIt() {
    UUID user = register("Ana", "en");
    UUID first = verifiedNumber(user, 1);
    UUID second = verifiedNumber(user, 2);

    assertThat(as(user, HttpMethod.POST, PATH + "/" + second + "/primary"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.primary")
        .isEqualTo(true);
    assertThat(as(user, HttpMethod.DELETE, PATH + "/" + second)).hasStatus(204);

    assertThat(get(user, PATH)).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
    assertThat(get(user, PATH)).bodyJson().extractingPath("$.items[0].primary").isEqualTo(true);
    await()
        .atMost(SOON)
        .until(() ->
            events.of(PhoneRemoved.class, user).equals(List.of(new PhoneRemoved(user, second))));
    assertThat(verified(user, 5))
        .extracting(PhoneVerified::phoneNumberId, PhoneVerified::primary)
        .containsExactly(
            tuple(first, true),
            tuple(second, false),
            tuple(first, false),
            tuple(second, true),
            tuple(first, true));
  }

  @Test
  void anUnverifiedNumberCannotBePrimary() {
    UUID user = register("Ana", "en");
    UUID id = idOf(add(user, number()));

    assertThat(as(user, HttpMethod.POST, PATH + "/" + id + "/primary"))
        .hasStatus(409)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("phone-number-not-verified");
  }

  @Test
  void anotherUsersNumberIsNotThere() {
    UUID id = idOf(add(register("Ana", "en"), number()));
    UUID stranger = register("Eve", "en");

    assertThat(verify(stranger, id, "123456")).hasStatus(404);
    assertThat(as(stranger, HttpMethod.POST, PATH + "/" + id + "/primary")).hasStatus(404);
    assertThat(as(stranger, HttpMethod.DELETE, PATH + "/" + id)).hasStatus(404);
  }

  @Test
  void aStolenSessionCannotLeadCodesToAnotherPhone() {
    UUID user = register("Ana", "en");
    UUID first = verifiedNumber(user, 1);
    UUID second = verifiedNumber(user, 2);
    String body = "{\"number\":\"%s\"}".formatted(number());

    assertThat(longAfterLogin(user, HttpMethod.POST, PATH).content(body)).hasStatus(403);
    assertThat(longAfterLogin(user, HttpMethod.POST, PATH + "/" + second + "/primary"))
        .hasStatus(403)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("reauthentication-required");
    assertThat(longAfterLogin(user, HttpMethod.DELETE, PATH + "/" + first)).hasStatus(403);
    assertThat(longAfterLogin(register("Bea", "en"), HttpMethod.POST, PATH).content(body))
        .hasStatus(201);
  }

  @Test
  void auditsWhatIsDoneAndRefusedAndTellsTheUser() {
    UUID user = register("Ana", "en");
    UUID first = verifiedNumber(user, 1);
    UUID second = idOf(add(user, number()));
    String right = codeOf(sentTo(user, 2));
    verify(user, second, right.equals("000000") ? "000001" : "000000");
    verify(user, second, right);
    as(user, HttpMethod.POST, PATH + "/" + second + "/primary").exchange();
    as(user, HttpMethod.DELETE, PATH + "/" + first).exchange();

    await().atMost(SOON).until(() -> events.of(Audited.class, user).size() == 7);
    assertThat(events.of(Audited.class, user))
        .allSatisfy(entry -> assertThat(entry.actorId()).isEqualTo(user))
        .extracting(Audited::action, Audited::outcome, Audited::target)
        .containsExactly(
            tuple("phone.add", "DONE", first.toString()),
            tuple("phone.verify", "DONE", first.toString()),
            tuple("phone.add", "DONE", second.toString()),
            tuple("phone.verify", "REFUSED", second.toString()),
            tuple("phone.verify", "DONE", second.toString()),
            tuple("phone.primary", "DONE", second.toString()),
            tuple("phone.remove", "DONE", first.toString()));
    await().atMost(SOON).until(() -> TestMail.to(addressOf(user)).size() == 4);
  }

  private MockMvcTester.MockMvcRequestBuilder longAfterLogin(
      UUID user, HttpMethod method, String path) {
    return mvc.method(method)
        .uri("/api/v1" + path)
        .contentType(MediaType.APPLICATION_JSON)
        .with(
            jwt()
                .jwt(token ->
                    token
                        .subject(user.toString())
                        .claim("sid", UUID.randomUUID().toString())
                        .claim("auth_time", Instant.now().minus(Duration.ofHours(1)))));
  }

  private UUID verifiedNumber(UUID user, int count) {
    UUID id = idOf(add(user, number()));
    assertThat(verify(user, id, codeOf(sentTo(user, count)))).hasStatusOk();
    return id;
  }

  private MvcTestResult add(UUID user, String number) {
    return post(user, PATH, "{\"number\":\"%s\"}".formatted(number)).exchange();
  }

  private MvcTestResult verify(UUID user, UUID id, String code) {
    return post(user, PATH + "/" + id + "/verify", "{\"code\":\"%s\"}".formatted(code)).exchange();
  }

  private SmsRequested sentTo(UUID user, int count) {
    await().atMost(SOON).until(() -> events.of(SmsRequested.class, user).size() == count);
    return events.of(SmsRequested.class, user).getLast();
  }

  private List<PhoneVerified> verified(UUID user, int count) {
    await().atMost(SOON).until(() -> events.of(PhoneVerified.class, user).size() >= count);
    return events.of(PhoneVerified.class, user);
  }

  private String codeOf(SmsRequested sms) {
    Matcher code = CODE.matcher(cipher.open(sms.body()));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private static UUID idOf(MvcTestResult added) {
    return UUID.fromString(JsonPath.read(bodyOf(added), "$.id"));
  }

  private static String bodyOf(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static int statusOf(MvcTestResult result) {
    return result.getResponse().getStatus();
  }

  private static String number() {
    return "+346" + (10_000_000 + ThreadLocalRandom.current().nextInt(89_999_999));
  }
}
