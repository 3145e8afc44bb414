package app.tdah.auth.account;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.json;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.WorkCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Neither the answer nor the work behind it tells whether there is an account. */
@AuthIntegrationTest
class SameAnswerIntegrationTests {

  private static final int ROUNDS = 5;

  @Autowired private AuthClient client;
  @Autowired private MeterRegistry metrics;

  private final String taken = someEmail();

  @BeforeEach
  void openAccount() {
    client.account(taken);
  }

  @Test
  void registering() {
    assertSame(email -> client.register(email, PASSWORD), 1);
  }

  @Test
  void signingInWithAWrongPassword() {
    assertSame(email -> client.login(email, "not the password"), 1);
  }

  @Test
  void forgettingThePassword() {
    assertSame(email -> client.post("/password/forgot", Map.of("email", email)), 0);
  }

  @Test
  void askingForAnotherLink() {
    assertSame(email -> client.post("/email/verify/resend", Map.of("email", email)), 0);
  }

  @Test
  void movingToAnAddress() {
    String mover = someEmail();
    client.account(mover);
    JsonNode session = client.signedIn(mover);
    assertSame(email -> client.postAs(session, "/email/change", Map.of("email", email)), 0);
  }

  private void assertSame(Function<String, MvcTestResult> request, int hashes) {
    request.apply(someEmail()); // whatever is prepared once
    List<Work> known = measure(() -> taken, request);
    List<Work> unknown = measure(AuthClient::someEmail, request);
    assertThat(median(known)).isEqualTo(median(unknown));
    assertThat(median(known).hashes()).isEqualTo(hashes);
  }

  private List<Work> measure(Supplier<String> email, Function<String, MvcTestResult> request) {
    return IntStream.range(0, ROUNDS).mapToObj(i -> work(email.get(), request)).toList();
  }

  private Work work(String email, Function<String, MvcTestResult> request) {
    double hashes = hashes();
    int statements = WorkCounter.statements();
    MvcTestResult answer = request.apply(email);
    return new Work(
        answer.getResponse().getStatus(),
        json(answer).propertyNames().stream().toList(),
        (int) (hashes() - hashes),
        WorkCounter.statements() - statements);
  }

  private static Work median(List<Work> works) {
    return works.stream()
        .sorted(Comparator.comparingInt(Work::hashes).thenComparingInt(Work::statements))
        .skip(works.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private double hashes() {
    return metrics.get("auth.password.hashes").counter().count();
  }

  private record Work(int status, List<String> fields, int hashes, int statements) {}
}
