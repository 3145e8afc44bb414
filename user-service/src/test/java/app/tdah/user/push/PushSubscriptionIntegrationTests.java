package app.tdah.user.push;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.user.IntegrationTest;
import app.tdah.user.Race;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PushSubscriptionIntegrationTests extends IntegrationTest {

  private static final String PATH = "/users/me/push-subscriptions";
  private static final String ENDPOINT = "https://fcm.googleapis.com/fcm/send/";

  @Autowired private PushProperties properties;
  @Autowired private Clock clock;

  @Test
  void listsAndRemovesBrowsers() throws Exception {
    UUID user = register("Ana", "en");
    UUID id = subscribe(user, new TestBrowser(ENDPOINT + user), "Laptop");

    assertThat(get(user, PATH))
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"items":[{"id":"%s","deviceName":"Laptop","service":"fcm.googleapis.com",
              "usedAt":null}]}
            """
                .formatted(id));
    assertThat(as(register("Eve", "en"), HttpMethod.DELETE, PATH + "/" + id)).hasStatus(404);
    assertThat(as(user, HttpMethod.DELETE, PATH + "/" + id)).hasStatus(204);
    assertThat(get(user, PATH)).bodyJson().extractingPath("$.items").asArray().isEmpty();
  }

  @Test
  void theSameEndpointReplaces() throws Exception {
    UUID user = register("Ana", "en");
    UUID id = subscribe(user, new TestBrowser(ENDPOINT + user), "Laptop");

    UUID again = subscribe(user, new TestBrowser(ENDPOINT + user), "Old laptop");

    assertThat(again).isEqualTo(id);
    assertThat(get(user, PATH))
        .bodyJson()
        .extractingPath("$.items[*].deviceName")
        .asArray()
        .containsExactly("Old laptop");
  }

  @Test
  void aBrowserBelongsToWhoSignedInLast() throws Exception {
    UUID first = register("Ana", "en");
    UUID second = register("Bea", "en");
    UUID id = subscribe(first, new TestBrowser(ENDPOINT + first), "Shared");

    UUID now = subscribe(second, new TestBrowser(ENDPOINT + first), "Shared");

    assertThat(now).isNotEqualTo(id);
    assertThat(get(first, PATH)).bodyJson().extractingPath("$.items").asArray().isEmpty();
    assertThat(get(second, PATH)).bodyJson().extractingPath("$.items").asArray().hasSize(1);
  }

  @Test
  void keepsTheLatestTwenty() throws Exception {
    UUID user = register("Ana", "en");
    UUID oldest = subscribe(user, new TestBrowser(ENDPOINT + user + "/0"), "0");
    for (int i = 1; i <= 20; i++) {
      subscribe(user, new TestBrowser(ENDPOINT + user + "/" + i), Integer.toString(i));
    }

    assertThat(get(user, PATH))
        .bodyJson()
        .extractingPath("$.items[*].id")
        .asArray()
        .hasSize(20)
        .doesNotContain(oldest.toString());
  }

  @Test
  void namesTheFieldThatIsWrong() throws Exception {
    UUID user = register("Ana", "en");
    String good = new TestBrowser(ENDPOINT + user).subscription("x");

    assertThat(post(user, PATH, new TestBrowser("https://10.0.0.1/x").subscription("x")))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("endpoint");
    assertThat(post(user, PATH, good.replaceAll("\"p256dh\":\"[^\"]+\"", "\"p256dh\":\"AAAA\"")))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("keys.p256dh");
    assertThat(post(user, PATH, good.replaceAll("\"auth\":\"[^\"]+\"", "\"auth\":\"%%\"")))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("keys.auth");
    assertThat(post(user, PATH, new TestBrowser(ENDPOINT + user).subscription("a\\u0000b")))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("deviceName");
  }

  @Test
  void storesEndpointAndKeysUnreadable() throws Exception {
    UUID user = register("Ana", "en");
    TestBrowser browser = new TestBrowser(ENDPOINT + user);
    subscribe(user, browser, "Laptop");

    assertThat(
            jdbc.sql("select row_to_json(p)::text from push_subscriptions p where user_id = ?")
                .param(user)
                .query(String.class)
                .single())
        .doesNotContain(ENDPOINT, browser.auth());
  }

  @Test
  void allReplicasHaveOneKey() throws Exception {
    List<String> keys =
        Race.of(8, () -> new VapidKeys(jdbc, cipher, properties, clock).publicKey());

    assertThat(keys.stream().distinct()).hasSize(1);
    assertThat(Base64.getUrlDecoder().decode(keys.getFirst())).hasSize(65);
    assertThat(get(register("Ana", "en"), "/users/me/push-key"))
        .bodyJson()
        .extractingPath("$.publicKey")
        .isEqualTo(keys.getFirst());
  }

  private UUID subscribe(UUID user, TestBrowser browser, String name)
      throws UnsupportedEncodingException {
    MvcTestResult added = post(user, PATH, browser.subscription(name)).exchange();
    assertThat(added).hasStatus(201);
    return UUID.fromString(JsonPath.read(added.getResponse().getContentAsString(), "$.id"));
  }
}
