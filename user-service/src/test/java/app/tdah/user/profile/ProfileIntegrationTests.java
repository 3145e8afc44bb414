package app.tdah.user.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.UserEvent.EmailChanged;
import app.tdah.events.UserEvent.EmailVerified;
import app.tdah.events.UserEvent.PreferencesUpdated;
import app.tdah.events.UserEvent.ProfileUpdated;
import app.tdah.events.UserEvent.Registered;
import app.tdah.user.IntegrationTest;
import app.tdah.user.Race;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProfileIntegrationTests extends IntegrationTest {

  private static final String PREFERENCES =
      """
      {"locale":"pt","timeZone":"America/Sao_Paulo","workingHours":{"start":"09:00","end":"17:30"},
       "quietHours":{"start":"22:30","end":"07:00"},"energyPattern":"EVENING","theme":"DARK",
       "reducedMotion":true,"tone":"PLAYFUL"}
      """;

  @Test
  void makesAProfileOfARegistration() {
    UUID user = register("Ana", "es");

    assertThat(get(user, "/users/me"))
        .hasStatusOk()
        .hasHeader("ETag", "\"0\"")
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"id":"%s","email":"%s","emailVerified":false,"displayName":"Ana","locale":"es",
             "timeZone":"Europe/Madrid","version":0}
            """
                .formatted(user, addressOf(user)));
  }

  @Test
  void storesTheAddressEncrypted() {
    UUID user = register("Ana", "es");

    assertThat(
            jdbc.sql("select email from profiles where id = ?")
                .param(user)
                .query(String.class)
                .single())
        .isNotBlank()
        .doesNotContain("@", "example");
  }

  @Test
  void notesThatTheAddressIsVerified() {
    UUID user = register("Ana", "en");

    publish(new EmailVerified(user, cipher.seal(addressOf(user))));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get(user, "/users/me"))
                .bodyJson()
                .extractingPath("$.emailVerified")
                .isEqualTo(true));
  }

  @Test
  void followsTheAddressOfTheAccount() {
    UUID user = register("Ana", "en");

    publish(new EmailChanged(user, cipher.seal("new@" + user + ".example.org")));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get(user, "/users/me"))
                .bodyJson()
                .isLenientlyEqualTo(
                    "{\"email\":\"new@%s.example.org\",\"emailVerified\":true}".formatted(user)));
  }

  @Test
  void refusesWordsThatAreNoEnergyPattern() {
    assertThat(
            as(register("Ana", "en"), HttpMethod.PUT, "/users/me/preferences")
                .content("{\"locale\":\"en\",\"timeZone\":\"UTC\",\"energyPattern\":\"NEVER\"}"))
        .hasStatus(400);
  }

  @Test
  void waitsForAProfileThatIsOnItsWay() {
    UUID user = Ids.next();
    CompletableFuture<MvcTestResult> early =
        CompletableFuture.supplyAsync(() -> get(user, "/users/me").exchange());

    publish(new Registered(user, cipher.seal(addressOf(user)), "Ana", "en", "UTC"));

    assertThat(early.join()).hasStatusOk();
  }

  @Test
  void saysWhenThereIsNoProfileYet() {
    assertThat(get(Ids.next(), "/users/me"))
        .hasStatus(404)
        .hasHeader("Retry-After", "1")
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("profile-not-ready");
  }

  @Test
  void needsAToken() {
    assertThat(mvc.get().uri("/api/v1/users/me")).hasStatus(401);
  }

  @Test
  void renamesAndTellsOthers() {
    UUID user = register("Ana", "en");

    assertThat(rename(user, "  Ana María ", "\"0\""))
        .hasStatusOk()
        .hasHeader("ETag", "\"1\"")
        .bodyJson()
        .extractingPath("$.displayName")
        .isEqualTo("Ana María");
    await()
        .atMost(SOON)
        .until(() ->
            events
                .of(ProfileUpdated.class, user)
                .equals(List.of(new ProfileUpdated(user, "Ana María"))));
  }

  @Test
  void refusesAChangeOfWhatHasChangedMeanwhile() {
    UUID user = register("Ana", "en");
    rename(user, "Bea", "\"0\"");

    assertThat(rename(user, "Cleo", "\"0\""))
        .hasStatus(412)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("precondition-failed");
  }

  @Test
  void ofManyChangesToOneVersionExactlyOneWins() throws InterruptedException {
    UUID user = register("Ana", "en");

    List<Integer> statuses =
        Race.of(12, () -> rename(user, Ids.next().toString(), "\"0\"").getResponse().getStatus());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 412).hasSize(11);
  }

  @Test
  void namesTheFieldThatIsWrong() {
    UUID user = register("Ana", "en");

    assertThat(rename(user, "   ", null))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("displayName");
  }

  @Test
  void replacesPreferencesAndTellsOthers() {
    UUID user = register("Ana", "en");

    assertThat(as(user, HttpMethod.PUT, "/users/me/preferences").content(PREFERENCES))
        .hasStatusOk()
        .hasHeader("ETag", "\"1\"");
    assertThat(get(user, "/users/me/preferences"))
        .bodyJson()
        .isStrictlyEqualTo(PREFERENCES.replace("\"PLAYFUL\"}", "\"PLAYFUL\",\"version\":1}"));
    await()
        .atMost(SOON)
        .until(() ->
            events
                .of(PreferencesUpdated.class, user)
                .equals(
                    List.of(
                        new PreferencesUpdated(
                            user,
                            "pt",
                            "America/Sao_Paulo",
                            "09:00",
                            "17:30",
                            "22:30",
                            "07:00",
                            "EVENING",
                            "PLAYFUL"))));
    assertThat(contacts.localeOf(user).getLanguage()).isEqualTo("pt");
  }

  @Test
  void takesQuietHoursBack() {
    UUID user = register("Ana", "en");
    as(user, HttpMethod.PUT, "/users/me/preferences").content(PREFERENCES).exchange();

    assertThat(
            as(user, HttpMethod.PUT, "/users/me/preferences")
                .content("{\"locale\":\"es\",\"timeZone\":\"UTC\",\"quietHours\":null}"))
        .hasStatusOk()
        .bodyJson()
        .isStrictlyEqualTo(
            """
            {"locale":"es","timeZone":"UTC","workingHours":null,"quietHours":null,
             "energyPattern":null,"theme":"SYSTEM","reducedMotion":false,"tone":null,"version":2}
            """);
  }

  @Test
  void refusesPreferencesThatMakeNoSense() {
    UUID user = register("Ana", "en");

    assertThat(
            as(user, HttpMethod.PUT, "/users/me/preferences")
                .content("{\"locale\":\"fr\",\"timeZone\":\"Europe/Atlantis\"}"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[*].field")
        .asArray()
        .containsExactlyInAnyOrder("locale", "timeZone");
    assertThat(
            as(user, HttpMethod.PUT, "/users/me/preferences")
                .content(
                    "{\"locale\":\"en\",\"timeZone\":\"UTC\",\"quietHours\":{\"start\":\"25:00\"}}"))
        .hasStatus(400)
        .bodyJson()
        .extractingPath("$.errors[0].field")
        .isEqualTo("quietHours.start");
  }

  private MvcTestResult rename(UUID user, String name, String ifMatch) {
    var request =
        as(user, HttpMethod.PATCH, "/users/me").content("{\"displayName\":\"%s\"}".formatted(name));
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).exchange();
  }
}
