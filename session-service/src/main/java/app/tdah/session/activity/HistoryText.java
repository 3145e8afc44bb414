package app.tdah.session.activity;

import app.tdah.session.origin.Places;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a sentence what an entry of the history means. */
@Component
class HistoryText {

  private final MessageSource messages;
  private final Places places;

  HistoryText(MessageSource messages, Places places) {
    this.messages = messages;
    this.places = places;
  }

  String of(SecurityEntry entry, Locale language) {
    Object[] words = {
      Objects.requireNonNullElseGet(
          entry.device(), () -> messages.getMessage("unknown.device", null, language)),
      origin(entry, language),
      word(entry.detail(), language)
    };
    String plain = "security." + entry.type();
    String text = messages.getMessage(plain + "." + entry.reason(), words, null, language);
    return text == null ? messages.getMessage(plain, words, language) : text;
  }

  @Nullable String place(SecurityEntry entry, Locale language) {
    return places.text(entry.address(), language);
  }

  private String origin(SecurityEntry entry, Locale language) {
    String text =
        Stream.of(place(entry, language), entry.address())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return text.isEmpty() ? messages.getMessage("unknown.origin", null, language) : text;
  }

  private String word(@Nullable String detail, Locale language) {
    return detail == null
        ? ""
        : Objects.requireNonNullElse(
            messages.getMessage("detail." + detail, null, detail, language), detail);
  }
}
