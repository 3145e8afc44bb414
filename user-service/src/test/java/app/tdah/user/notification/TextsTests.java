package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.user.profile.Contact;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class TextsTests {

  private static final List<String> LANGUAGES = List.of("en", "es", "pt");
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("text", "water the plants"),
          Map.entry("link", "https://example.org/x?token=abc"),
          Map.entry("token", "abc"),
          Map.entry("newEmailMasked", "n•••@example.org"),
          Map.entry("factor", "TOTP"),
          Map.entry("change", "REMOVED"),
          Map.entry("device", "Firefox on Linux"),
          Map.entry("address", "192.0.2.7"),
          Map.entry("place", "Lisbon"),
          Map.entry("roles", "USER, SUPPORT"),
          Map.entry("date", "2026-11-27T10:00:00Z"),
          Map.entry("late", "2026-11-27T10:00:00Z"),
          Map.entry("check-in", "MIDDLE"),
          Map.entry("remaining", "2"),
          Map.entry("receipt", "0198c0de-1234"));

  private final HtmlLayout layout = new HtmlLayout();
  private final Wording wording = new Wording(messages(), "http://localhost:8080");

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt"})
  void everyLanguageHasEveryText(String language) throws IOException {
    Properties english = properties("/messages.properties");
    Properties other = properties("/messages_" + language + ".properties");

    assertThat(other.keySet()).isEqualTo(english.keySet());
    assertThat(english.stringPropertyNames())
        .filteredOn(key -> key.endsWith(".body") || key.endsWith(".subject"))
        .hasSize(2 * Template.values().length)
        .noneMatch(key -> english.getProperty(key).equals(other.getProperty(key)))
        .allSatisfy(key ->
            assertThat(placeholders(other.getProperty(key)))
                .isEqualTo(placeholders(english.getProperty(key))));
  }

  @ParameterizedTest
  @EnumSource
  void everyTemplateRendersInEveryLanguage(Template template) {
    for (String language : LANGUAGES) {
      Notification notification = notification(template, VARIABLES);
      Texts texts = wording.mail(notification, contact("Ana", language));
      assertThat(texts.subject()).isNotBlank().doesNotContain("{");
      assertThat(texts.greeting()).contains("Ana");
      assertThat(texts.plain())
          .contains(texts.body(), "https://example.org/x?token=abc")
          .doesNotContain("{", "}", "null", "TOTP", "REMOVED", "MIDDLE", "2026-11-27T");
      assertThat(layout.render(texts))
          .contains("<html lang=\"" + language + "\">")
          .contains("href=\"https://example.org/x?token=abc\"")
          .doesNotContain("${");
      Line line = wording.line(notification, contact("Ana", language));
      assertThat(line.title()).isNotBlank().doesNotContain("{");
      assertThat(line.body()).isNotBlank().doesNotContain("{");
      assertThat(wording.sms(notification, contact("Ana", language)))
          .isNotBlank()
          .doesNotContain("{");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyVariableIsSaid(Template template) {
    Texts texts = wording.mail(notification(template, VARIABLES), contact("Ana", "en"));

    assertThat(template.variables())
        .filteredOn(name -> !List.of("factor", "change", "date", "late", "check-in").contains(name))
        .allSatisfy(name -> assertThat(texts.plain()).contains(VARIABLES.get(name)));
  }

  @ParameterizedTest
  @EnumSource
  void whatAPersonWroteStaysText(Template template) {
    String evil = "<script>${footer}</script>\r\nBcc: x@example.org {0}";
    Map<String, String> variables =
        Stream.concat(template.variables().stream(), Stream.of("displayName"))
            .collect(java.util.stream.Collectors.toMap(name -> name, name -> evil));

    Texts texts = wording.mail(notification(template, variables), contact("<b>Ana</b>", "es"));

    assertThat(texts.subject()).doesNotContain("\r").doesNotContain("\n");
    assertThat(layout.render(texts)).doesNotContain("<script>", "<b>Ana");
  }

  @Test
  void saysDatesAndFactorsInTheUsersLanguageAndZone() {
    Line erasure =
        wording.line(notification(Template.ERASURE_SCHEDULED, VARIABLES), contact("Ana", "es"));
    Line factor =
        wording.line(notification(Template.FACTOR_CHANGED, VARIABLES), contact("Ana", "pt"));

    assertThat(erasure.body()).contains("27 de noviembre de 2026", "11:00");
    assertThat(factor.body()).isEqualTo("Aplicativo autenticador: remoção");
  }

  @Test
  void leadsToThePageWhereTheUserCanAct() {
    assertThat(wording.line(notification(Template.THREAT, Map.of()), contact("Ana", "en")).link())
        .isEqualTo("http://localhost:8080/security/history");
  }

  @Test
  void speaksToWhoHasNoProfileAnyMore() {
    Texts texts =
        wording.mail(notification(Template.ERASED, Map.of("locale", "pt")), Optional.empty());

    assertThat(texts.greeting()).isEqualTo("Olá,");
    assertThat(texts.subject()).isEqualTo("Sua conta foi excluída");
    assertThat(wording.mail(notification(Template.ERASED, Map.of()), Optional.empty()).greeting())
        .isEqualTo("Hello,");
  }

  @Test
  void aSubjectStaysShort() {
    Texts texts =
        wording.mail(
            notification(Template.REMINDER_DUE, Map.of("text", "very long ".repeat(100))),
            contact("Ana", "en"));

    assertThat(texts.subject()).hasSizeLessThanOrEqualTo(120).endsWith("…");
    assertThat(Line.shortened("ab😀d", 4)).isEqualTo("ab…");
  }

  @Test
  void aLateReminderSaysSoAndHowToAnswer() {
    Notification late =
        notification(
            Template.REMINDER_DUE,
            Map.of("text", "llamar", "late", "2026-11-23T13:05:00Z", "rung", "0"));

    assertThat(wording.sms(late, contact("Ana", "es")))
        .startsWith("Recordatorio: llamar\nLlega tarde: era para el 23 de noviembre de 2026")
        .endsWith("\nResponde HECHO, 10 (minutos), LUEGO, MENOS o SALTAR.");
    assertThat(
            wording.sms(
                notification(Template.REMINDER_DUE, Map.of("text", "call")), contact("Ana", "en")))
        .isEqualTo("Reminder: call");
  }

  private static Notification notification(Template template, Map<String, String> variables) {
    return new Notification(
        UUID.randomUUID(), UUID.randomUUID(), template, null, variables, Instant.EPOCH, null);
  }

  private static Optional<Contact> contact(String name, String language) {
    return Optional.of(
        new Contact(
            "ana@example.org", name, Locale.of(language), ZoneId.of("Europe/Madrid"), null));
  }

  private static String placeholders(String text) {
    return text.replaceAll("[^{}0-9]|(?<!\\{)[0-9]", "");
  }

  private static Properties properties(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(TextsTests.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    }
  }

  private static ResourceBundleMessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }
}
