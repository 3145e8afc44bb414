package app.tdah.session;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import app.tdah.defaults.ids.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in, with permissions. */
public record Person(MockMvcTester mvc, UUID id, UUID session, List<String> permissions) {

  /** Somebody new. */
  public static Person with(MockMvcTester mvc, String... permissions) {
    return new Person(mvc, Ids.next(), Ids.next(), List.of(permissions));
  }

  /** The answer to a GET. */
  public MvcTestResult get(String uri, String language) {
    return mvc.get().uri(uri).header("Accept-Language", language).with(token()).exchange();
  }

  /** The items of a list. */
  public List<JsonNode> items(String uri) {
    return json(get(uri, "en")).get("items").valueStream().toList();
  }

  /** The answer to a POST without body. */
  public MvcTestResult post(String uri) {
    return mvc.post().uri(uri).with(token()).exchange();
  }

  /** The answer to a PATCH. */
  public MvcTestResult patch(String uri, String body) {
    return mvc.patch()
        .uri(uri)
        .contentType("application/json")
        .content(body)
        .with(token())
        .exchange();
  }

  /** The answer to a DELETE. */
  public MvcTestResult delete(String uri) {
    return mvc.delete().uri(uri).with(token()).exchange();
  }

  /** The body of an answer. */
  public static JsonNode json(MvcTestResult result) {
    return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
  }

  private RequestPostProcessor token() {
    return jwt()
        .jwt(token ->
            token
                .subject(id.toString())
                .claim("sid", session.toString())
                .claim("roles", List.of("USER"))
                .claim("auth_time", Instant.now()))
        .authorities(AuthorityUtils.createAuthorityList(permissions));
  }
}
