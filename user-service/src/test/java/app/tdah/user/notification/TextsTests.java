package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class TextsTests {

  private final HtmlLayout layout = new HtmlLayout();

  @ParameterizedTest
  @ValueSource(strings = {"es", "pt"})
  void everyLanguageHasEveryText(String language) {
    Set<String> english = ResourceBundle.getBundle("messages", Locale.ROOT).keySet();
    ResourceBundle other = ResourceBundle.getBundle("messages", Locale.of(language));

    assertThat(other.getLocale().getLanguage()).isEqualTo(language);
    assertThat(english)
        .allSatisfy(key -> assertThat(other.getString(key)).isNotNull())
        .filteredOn(key -> key.endsWith(".body"))
        .hasSameSizeAs(Template.values())
        .noneMatch(key ->
            other
                .getString(key)
                .equals(ResourceBundle.getBundle("messages", Locale.ROOT).getString(key)));
  }

  @ParameterizedTest
  @EnumSource
  void everyTemplateRendersInEveryLanguage(Template template) {
    for (String language : Arrays.asList("en", "es", "pt")) {
      Texts texts =
          Texts.of(
              notification(template, "water the plants"), "Ana", Locale.of(language), messages());
      assertThat(texts.subject()).isNotBlank().doesNotContain("{");
      assertThat(texts.greeting()).contains("Ana");
      assertThat(texts.plain()).contains(texts.body()).contains("https://example.org/x?token=abc");
      assertThat(layout.render(texts))
          .contains("<html lang=\"" + language + "\">")
          .contains("href=\"https://example.org/x?token=abc\"")
          .doesNotContain("${");
    }
  }

  @Test
  void aUsersTextStaysText() {
    Texts texts =
        Texts.of(
            notification(Template.REMINDER_DUE, "<script>${footer}</script>\r\nBcc: x@example.org"),
            "<b>Ana</b>",
            Locale.ENGLISH,
            messages());

    assertThat(texts.subject()).doesNotContain("\r").doesNotContain("\n");
    assertThat(layout.render(texts))
        .doesNotContain("<script>", "<b>Ana")
        .contains("&lt;script&gt;${footer}&lt;/script&gt;");
  }

  @Test
  void aSubjectStaysShort() {
    Texts texts =
        Texts.of(
            notification(Template.REMINDER_DUE, "very long ".repeat(100)),
            "Ana",
            Locale.ENGLISH,
            messages());

    assertThat(texts.subject()).hasSizeLessThanOrEqualTo(120).endsWith("…");
  }

  private static Notification notification(Template template, String text) {
    return new Notification(
        UUID.randomUUID(),
        UUID.randomUUID(),
        template,
        null,
        Map.of("text", text, "link", "https://example.org/x?token=abc"),
        Instant.EPOCH,
        null);
  }

  private static MessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }
}
