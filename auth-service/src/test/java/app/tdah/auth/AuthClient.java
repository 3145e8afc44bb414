package app.tdah.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.events.DomainEvent;
import app.tdah.events.EncryptedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does what a client does, and reads what left through Kafka. */
public final class AuthClient {

  public static final String PASSWORD = "correct horse battery staple";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MockMvcTester mvc;
  private final FieldCipher cipher;
  private final Heard heard;

  AuthClient(MockMvcTester mvc, FieldCipher cipher, Heard heard) {
    this.mvc = mvc;
    this.cipher = cipher;
    this.heard = heard;
  }

  public static String someEmail() {
    return UUID.randomUUID() + "@example.org";
  }

  public MvcTestResult post(String path, Map<String, ?> body) {
    return mvc.post()
        .uri("/api/v1/auth" + path)
        .header("User-Agent", "Mozilla/5.0 Firefox/140.0")
        .contentType(MediaType.APPLICATION_JSON)
        .content(JSON.writeValueAsString(body))
        .exchange();
  }

  /** With an access token. */
  public MvcTestResult postAs(JsonNode session, String path, Map<String, ?> body) {
    return mvc.post()
        .uri("/api/v1/auth" + path)
        .header("Authorization", "Bearer " + session.get("accessToken").asString())
        .contentType(MediaType.APPLICATION_JSON)
        .content(JSON.writeValueAsString(body))
        .exchange();
  }

  /** The token of the n-th mail of a template to an address. */
  public String tokenMailedTo(String email, String template, int n) {
    await().atMost(PATIENCE).until(() -> mailsTo(email, template).size() > n);
    return mailsTo(email, template).get(n).get("token").asString();
  }

  public static JsonNode json(MvcTestResult result) {
    return JSON.readTree(result.getResponse().getContentAsByteArray());
  }

  public MvcTestResult register(String email, String password) {
    return post(
        "/register",
        Map.of(
            "email", email,
            "password", password,
            "displayName", "Ana",
            "locale", "pt-BR",
            "timeZone", "America/Sao_Paulo"));
  }

  /** Registers, confirms and tells the user id. */
  public UUID account(String email) {
    UUID id = UUID.fromString(json(register(email, PASSWORD)).get("userId").asString());
    assertThat(post("/email/verify", Map.of("token", tokenMailedTo(email, 0)))).hasStatus(204);
    return id;
  }

  /** An address with a verified account, which is made if there is none yet. */
  public String verified(String email) {
    if (login(email, PASSWORD).getResponse().getStatus() != 200) {
      account(email);
    }
    return email;
  }

  public MvcTestResult login(String email, String password) {
    return post(
        "/login",
        Map.of(
            "email",
            email,
            "password",
            password,
            "deviceName",
            "test phone",
            "refreshTokenDelivery",
            "BODY"));
  }

  public JsonNode signedIn(String email) {
    MvcTestResult result = login(email, PASSWORD);
    assertThat(result).hasStatusOk();
    return json(result);
  }

  public MvcTestResult refresh(String refreshToken) {
    return post("/refresh", Map.of("refreshToken", refreshToken));
  }

  /** The token of the n-th verification mail to an address. */
  public String tokenMailedTo(String email, int n) {
    return tokenMailedTo(email, "email-verification", n);
  }

  /** The variables of the mails of a template that were asked for, oldest first. */
  public List<JsonNode> mailsTo(String email, String template) {
    return heard(NotificationRequested.class).stream()
        .filter(mail -> mail.template().equals(template))
        .filter(mail -> email.equals(open(mail.recipient())))
        .map(mail -> JSON.readTree(open(mail.variables())))
        .toList();
  }

  private String open(EncryptedText text) {
    return text == null ? "" : cipher.open(text);
  }

  /** Events of a type that came back from Kafka. */
  public <E extends DomainEvent> List<E> heard(Class<E> type) {
    return heard.events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Calls from many threads at the same moment. */
  public static <T> List<T> together(int threads, Callable<T> call) throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> calls =
          IntStream.range(0, threads)
              .mapToObj(i ->
                  executor.submit(() -> {
                    start.await();
                    return call.call();
                  }))
              .toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : calls) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /** Every event of the suite, as another service would get it. */
  static final class Heard implements EventHandler<DomainEvent> {

    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public Class<DomainEvent> eventType() {
      return DomainEvent.class;
    }

    @Override
    public void handle(DomainEvent event, EventMetadata metadata) {
      events.add(event);
    }
  }

  @TestConfiguration
  static class Setup {

    @Bean
    TestClock clock() {
      return new TestClock();
    }

    @Bean
    Heard heard() {
      return new Heard();
    }

    @Bean
    AuthClient authClient(MockMvcTester mvc, FieldCipher cipher, Heard heard) {
      return new AuthClient(mvc, cipher, heard);
    }
  }
}
