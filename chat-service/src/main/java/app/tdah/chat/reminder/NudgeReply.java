package app.tdah.chat.reminder;

import java.util.Locale;
import java.util.Map;

/** What is said to a one-word answer: short enough for a text message. */
enum NudgeReply {
  EN(
      Map.of(
          "done", "Done: %1$s. Well done!",
          "skip", "Skipped: %1$s. That is fine.",
          "snooze", "I will remind you again in %2$s min: %1$s",
          "smaller", "Just this for a start: %2$s",
          "tiny", "Just two minutes of it, then you may stop: %1$s")),
  ES(
      Map.of(
          "done", "Hecho: %1$s. ¡Muy bien!",
          "skip", "Saltado: %1$s. No pasa nada.",
          "snooze", "Te lo recuerdo otra vez en %2$s min: %1$s",
          "smaller", "Para empezar, solo esto: %2$s",
          "tiny", "Solo dos minutos, y luego puedes parar: %1$s")),
  PT(
      Map.of(
          "done", "Feito: %1$s. Muito bem!",
          "skip", "Pulado: %1$s. Tudo bem.",
          "snooze", "Lembro você de novo em %2$s min: %1$s",
          "smaller", "Para começar, só isto: %2$s",
          "tiny", "Só dois minutos, e depois pode parar: %1$s"));

  private final Map<String, String> texts;

  NudgeReply(Map<String, String> texts) {
    this.texts = texts;
  }

  /** What came of an answer. */
  record Outcome(String key, String text, String detail) {}

  static NudgeReply of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> ES;
      case "pt" -> PT;
      default -> EN;
    };
  }

  String format(Outcome outcome) {
    return texts.getOrDefault(outcome.key(), "%1$s").formatted(outcome.text(), outcome.detail());
  }
}
