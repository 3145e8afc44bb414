package app.tdah.auth.throttle;

import static app.tdah.auth.AuthClient.PASSWORD;
import static app.tdah.auth.AuthClient.someEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.tdah.auth.AuthClient;
import app.tdah.auth.AuthIntegrationTest;
import app.tdah.auth.TestClock;
import app.tdah.auth.token.OpaqueToken;
import app.tdah.events.SecurityEvent.LoginFailed;
import app.tdah.events.SecurityEvent.SessionStarted;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthIntegrationTest
class ThrottleIntegrationTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private AuthClient client;
  @Autowired private MockMvcTester mvc;
  @Autowired private StringRedisTemplate redis;
  @Autowired private JdbcClient jdbc;
  @Autowired private KnownDevices devices;
  @Autowired private ThrottleProperties properties;
  @Autowired private TestClock clock;

  private final String email = someEmail();
  private UUID user;

  @BeforeEach
  void openAccount() {
    user = client.account(email);
  }

  @Test
  void aBrowserIsNamedWhenSomebodySignsInOnIt() {
    MvcTestResult refused = login("not the password", "198.51.100.1", null);
    assertThat(refused.getResponse().getCookie("device")).isNull();
    MvcTestResult answer = login(PASSWORD, "198.51.100.1", null);
    Cookie device = Objects.requireNonNull(answer.getResponse().getCookie("device"));
    assertThat(device.isHttpOnly()).isTrue();
    assertThat(device.getPath()).isEqualTo("/api/v1/auth");
    String hash = new OpaqueToken(device.getValue()).hash();
    assertThat(
            jdbc.sql("select device_hash from known_devices where account_id = ?")
                .param(user)
                .query(String.class)
                .list())
        .containsExactly(hash);
    login(PASSWORD, "198.51.100.1", device);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(client.heard(SessionStarted.class))
                .filteredOn(e -> e.userId().equals(user))
                .hasSize(2)
                .allSatisfy(e -> {
                  assertThat(e.deviceId())
                      .isEqualTo(devices.idOf(new OpaqueToken(device.getValue())))
                      .isNotEqualTo(hash);
                  assertThat(e.trusted()).isFalse();
                }));
    assertThat(client.heard(LoginFailed.class))
        .filteredOn(e -> user.equals(e.userId()))
        .allSatisfy(e -> assertThat(e.account()).hasSize(64));
  }

  @Test
  void manyAddressesOnOneAccountMakeStrangersWaitButNotAKnownDevice() {
    Cookie device = login(PASSWORD, "198.51.100.1", null).getResponse().getCookie("device");
    for (int i = 0; i < 10; i++) {
      assertThat(login("not the password", "203.0.113." + i, null)).hasStatus(401);
    }
    MvcTestResult stranger = login(PASSWORD, "203.0.113.99", null);
    assertThat(stranger).hasStatus(429);
    assertThat(
            Integer.parseInt(
                Objects.requireNonNull(stranger.getResponse().getHeader("Retry-After"))))
        .isBetween(25, 30);
    assertThat(login(PASSWORD, "203.0.113.99", device)).hasStatusOk();
  }

  @Test
  void aNativeClientIsKnownByItsToken() {
    String token = client.signedIn(email).get("deviceToken").asString();
    for (int i = 0; i < 10; i++) {
      assertThat(login("not the password", "203.0.113." + i, null)).hasStatus(401);
    }
    assertThat(client.login(email, PASSWORD)).hasStatus(429);
    assertThat(nativeLogin(token))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("deviceToken")
        .isEqualTo(token);
  }

  @Test
  void anAddressThatWasSlowedDownElsewhereHasToWait() {
    Cookie device = login(PASSWORD, "198.51.100.2", null).getResponse().getCookie("device");
    redis.opsForValue().set("throttle:address:198.51.100.2", "1", Duration.ofSeconds(90));
    MvcTestResult stranger = login(PASSWORD, "198.51.100.2", null);
    assertThat(stranger).hasStatus(429);
    assertThat(
            Integer.parseInt(
                Objects.requireNonNull(stranger.getResponse().getHeader("Retry-After"))))
        .isBetween(85, 90);
    assertThat(login(PASSWORD, "198.51.100.2", device)).hasStatusOk();
    redis.delete("throttle:address:198.51.100.2");
    assertThat(login(PASSWORD, "198.51.100.2", null)).hasStatusOk();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8:7:9::/64", "2001:db8:7:9:0:0:0:1"})
  void aNetworkThatWasSlowedDownElsewhereHasToWait(String slowed) {
    String block = "throttle:address:" + slowed;
    redis.opsForValue().set(block, "1", Duration.ofSeconds(90));
    assertThat(login(PASSWORD, "2001:db8:7:9:0:0:0:1", null)).hasStatus(429);
    assertThat(login(PASSWORD, "2001:db8:7:8:0:0:0:1", null)).hasStatusOk();
    redis.delete(block);
    assertThat(login(PASSWORD, "2001:db8:7:9:0:0:0:1", null)).hasStatusOk();
  }

  @Test
  void replicasCountTogether() {
    String account = UUID.randomUUID().toString();
    for (int i = 0; i < 10; i++) {
      replica().failed(account, "198.51.100.3");
    }
    assertThatThrownBy(() -> replica().check(account, "198.51.100.3"))
        .isInstanceOfSatisfying(
            TooManyFailures.class,
            e -> assertThat(e.delay()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30)));
    replica().succeeded(account, "198.51.100.3");
    replica().check(account, "198.51.100.3");
  }

  @Test
  void theLatestTwentyDevicesAreKept() {
    for (int i = 0; i < 25; i++) {
      clock.advance(Duration.ofSeconds(1));
      devices.remember(user, OpaqueToken.generate());
    }
    assertThat(
            jdbc.sql("select count(*) from known_devices where account_id = ?")
                .param(user)
                .query(Integer.class)
                .single())
        .isEqualTo(20);
  }

  private LoginThrottle replica() {
    return new LoginThrottle(redis, devices, properties, clock);
  }

  private MvcTestResult nativeLogin(String deviceToken) {
    return mvc.post()
        .uri("/api/v1/auth/login")
        .header("Device-Token", deviceToken)
        .contentType(MediaType.APPLICATION_JSON)
        .content(
            """
            {"email":"%s","password":"%s","refreshTokenDelivery":"BODY"}
            """
                .formatted(email, PASSWORD))
        .exchange();
  }

  private MvcTestResult login(String password, String address, Cookie device) {
    MockMvcTester.MockMvcRequestBuilder request =
        mvc.post()
            .uri("/api/v1/auth/login")
            .with(http -> {
              http.setRemoteAddr(address);
              return http;
            })
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    return (device == null ? request : request.cookie(device)).exchange();
  }
}
