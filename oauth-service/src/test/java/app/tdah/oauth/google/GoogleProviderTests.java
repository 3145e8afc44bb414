package app.tdah.oauth.google;

import app.tdah.oauth.TestGoogle;
import app.tdah.oauth.provider.Provider;
import app.tdah.oauth.provider.ProviderContract;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.json.JsonMapper;

class GoogleProviderTests extends ProviderContract {

  private final Provider provider = provider(TestGoogle.endpoint("").toString());

  @AfterEach
  void noFault() {
    TestGoogle.noFault();
  }

  @Override
  protected Provider provider() {
    return provider;
  }

  @Override
  protected Provider unreachable() {
    return provider("http://localhost:1");
  }

  @Override
  protected Map<String, String> approve(URI authorizationUrl) {
    return TestGoogle.approve(authorizationUrl);
  }

  @Override
  protected void revokeAtTheProvider() {
    TestGoogle.revokeAll();
  }

  @Override
  protected void expireCursors() {
    TestGoogle.expireSyncTokens();
  }

  @Override
  protected void throttleOnce(int seconds) {
    TestGoogle.fault("{\"status\":429,\"retryAfter\":" + seconds + ",\"times\":1}");
  }

  private static Provider provider(String base) {
    GoogleProperties properties =
        new GoogleProperties(
            TestGoogle.CLIENT_ID,
            TestGoogle.CLIENT_SECRET,
            URI.create(base + "/o/oauth2/v2/auth"),
            URI.create(base + "/token"),
            URI.create(base + "/revoke"),
            URI.create(base + "/oauth2/v3/userinfo"),
            URI.create(base + "/calendar/v3"));
    GoogleHttp http = new GoogleHttp(new JsonMapper(), new GoogleErrors(Clock.systemUTC()));
    return new GoogleProvider(properties, http, new GoogleCalendar(properties, http));
  }
}
