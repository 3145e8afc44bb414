package app.tdah.e2e;

import static app.tdah.e2e.ProblemTests.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Taking all data along, and leaving none behind. */
class PrivacyTests {

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Test
  void everythingIsInTheExport() throws Exception {
    Person ana = Person.signedUp();
    ana.post("tasks", Map.of("title", "paint the shed")).expect(201);
    String export =
        "users/me/exports/"
            + ana.post("users/me/exports", null).expect(202).json().path("id").asString();
    assertProblem(ana.get(export + "/download"), 409, "export-not-ready");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> ana.get(export).expect(200).json().path("status").asString().equals("READY"));
    Mails.arrived(ana.email, "Your data is ready");
    assertThat(Person.signedUp().get(export).status()).isEqualTo(404);

    ana.reauthenticate();
    Map<String, String> files = unzipped(ana, export + "/download");
    assertThat(files)
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
    files.forEach((name, content) -> {
      if (name.endsWith(".json")) {
        assertThat(Suite.JSON.readTree(content).isNull()).as(name).isFalse();
        assertThat(files.get("index.txt")).contains(name);
      }
    });
    assertThat(files.get("chat.json")).contains("paint the shed");
    assertThat(files.get("user.json")).contains(ana.email);
  }

  private static Map<String, String> unzipped(Person person, String path)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        Suite.http()
            .send(
                HttpRequest.newBuilder(Suite.URL.resolve("/api/v1/" + path))
                    .header("Authorization", "Bearer " + person.accessToken())
                    .timeout(Duration.ofSeconds(60))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void nothingIsLeftAfterErasure() {
    Person ana = Person.signedUp();
    ana.post("tasks", Map.of("title", "paint the shed")).expect(201);
    String id = ana.signIn().at("/user/id").asString();
    await().atMost(PATIENCE).until(() -> ana.get("users/me").status() == 200);
    JsonNode erasure = ana.delete("users/me").expect(202).json();
    assumeThat(Instant.parse(erasure.path("dueAt").asString()))
        .as("ASSISTANT_ERASURE_GRACE=0s")
        .isBefore(Instant.now().plusSeconds(5));

    assertThat(Mails.arrived(ana.email, "Your account has been deleted"))
        .contains(erasure.path("id").asString());
    assertThat(ana.get("tasks").status()).isEqualTo(401);
    assertProblem(Person.refresh(ana.refreshToken()), 401, "invalid-refresh-token");
    assertProblem(ana.login(), 401, "invalid-credentials");

    // The address is as free as any other, and whoever has it finds nothing of before.
    int links = Mails.tokens(ana.email, "verify").size();
    ana.register();
    await().atMost(PATIENCE).until(() -> Mails.tokens(ana.email, "verify").size() > links);
    ana.confirmMail();
    assertThat(ana.signIn().at("/user/id").asString()).isNotEqualTo(id);
    assertThat(ana.get("tasks").expect(200).json().path("items")).isEmpty();
  }
}
