package app.tdah.defaults.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.defaults.sample.SampleService;
import app.tdah.devstack.testing.EmbeddedServers;
import app.tdah.devstack.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = SampleService.class)
@AutoConfigureMockMvc
@EmbeddedServers
class ProblemsIntegrationTests {

  private final String bearer = TestTokens.bearer(UUID.randomUUID());

  @Autowired private MockMvcTester mvc;

  @Test
  void everythingIsDeniedWithoutToken() {
    assertProblem(mvc.get().uri("/api/v1/me"), 401, "unauthenticated");
    assertProblem(
        mvc.get().uri("/api/v1/me").header("Authorization", "Bearer x.y.z"),
        401,
        "unauthenticated");
    assertThat(mvc.get().uri("/api/v1/open")).hasStatusOk();
    assertThat(authorized(mvc.get().uri("/api/v1/me"))).hasStatusOk();
  }

  @Test
  void unknownPathsMethodsAndTypesAreNamed() {
    assertProblem(authorized(mvc.get().uri("/api/v1/nowhere")), 404, "not-found");
    assertProblem(authorized(mvc.delete().uri("/api/v1/things")), 405, "method-not-allowed");
    assertProblem(
        authorized(mvc.post().uri("/api/v1/things"))
            .contentType(MediaType.APPLICATION_XML)
            .content("<a/>"),
        415,
        "unsupported-media-type");
  }

  @Test
  void badBodiesAreRefusedWithTheField() {
    assertProblem(create("{\"name\":"), 400, "malformed-body");
    assertProblem(create("{\"name\":\"" + "x".repeat(2_000_000) + "\"}"), 413, "content-too-large");
    assertProblem(create("{\"name\":\"\"}"), 400, "validation-failed")
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("name");
    assertProblem(authorized(mvc.put().uri("/api/v1/things/not-an-id")), 400, "validation-failed")
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("id");
  }

  @Test
  void anUnexpectedExceptionStaysInside() {
    assertProblem(authorized(mvc.get().uri("/api/v1/broken")), 500, "internal-error")
        .bodyText()
        .doesNotContain("secret");
  }

  @Test
  void pagesFollowTheCursorToTheEnd() {
    MvcTestResult first = authorized(mvc.get().uri("/api/v1/things?limit=3")).exchange();
    assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(3);
    String cursor = CursorPage.encode(new UUID(0, 2));
    assertThat(first).bodyJson().extractingPath("$.nextCursor").isEqualTo(cursor);
    assertThat(authorized(mvc.get().uri("/api/v1/things?limit=3&cursor=" + cursor)))
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"items":["00000000-0000-0000-0000-000000000003","00000000-0000-0000-0000-000000000004"],
             "nextCursor":null}\
            """);
    assertProblem(authorized(mvc.get().uri("/api/v1/things?cursor=!")), 400, "validation-failed");
    assertProblem(authorized(mvc.get().uri("/api/v1/things?limit=201")), 400, "validation-failed");
  }

  @Test
  void anOldVersionIsRefused() {
    String uri = "/api/v1/things/" + UUID.randomUUID();
    assertThat(authorized(mvc.put().uri(uri)).header(HttpHeaders.IF_MATCH, "\"3\"")).hasStatusOk();
    assertProblem(
        authorized(mvc.put().uri(uri)).header(HttpHeaders.IF_MATCH, "\"2\""),
        412,
        "precondition-failed");
  }

  @Test
  void aRepeatedCreateGetsTheFirstAnswer() {
    String key = UUID.randomUUID().toString();
    MvcTestResult first = create("{\"name\":\"a\"}").header(Idempotent.HEADER, key).exchange();
    MvcTestResult again = create("{\"name\":\"a\"}").header(Idempotent.HEADER, key).exchange();
    assertThat(first).hasStatus(201);
    assertThat(again).hasStatus(201).bodyText().isEqualTo(body(first));
    assertProblem(
        create("{\"name\":\"b\"}").header(Idempotent.HEADER, key), 422, "idempotency-key-reused");
    assertThat(create("{\"name\":\"a\"}")).bodyText().isNotEqualTo(body(first));
  }

  private static String body(MvcTestResult result) {
    return new String(
        result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private MockMvcRequestBuilder create(String json) {
    return authorized(mvc.post().uri("/api/v1/things"))
        .contentType(MediaType.APPLICATION_JSON)
        .content(json);
  }

  private MockMvcRequestBuilder authorized(MockMvcRequestBuilder request) {
    return request.header(HttpHeaders.AUTHORIZATION, bearer);
  }

  private static org.springframework.test.web.servlet.assertj.MvcTestResultAssert assertProblem(
      MockMvcRequestBuilder request, int status, String code) {
    var answer = assertThat(request.exchange());
    answer.hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    answer.bodyJson().extractingPath("$.code").isEqualTo(code);
    return answer;
  }
}
