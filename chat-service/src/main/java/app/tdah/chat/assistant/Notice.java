package app.tdah.chat.assistant;

import java.util.Locale;

/** What an answer of the built-in model begins with when another one was wanted. */
enum Notice {
  OUT_OF_BUDGET(
      "Your budget for the language model is used up for now, so this comes from the built-in one.",
      "Tu presupuesto para el modelo de lenguaje se ha agotado por ahora; responde el modelo integrado.",
      "Seu orçamento para o modelo de linguagem acabou por agora; quem responde é o modelo integrado."),
  NO_ANSWER(
      "The language model does not answer just now, so this comes from the built-in one.",
      "El modelo de lenguaje no contesta ahora mismo; responde el modelo integrado.",
      "O modelo de linguagem não responde agora; quem responde é o modelo integrado.");

  private final String english;
  private final String spanish;
  private final String portuguese;

  Notice(String english, String spanish, String portuguese) {
    this.english = english;
    this.spanish = spanish;
    this.portuguese = portuguese;
  }

  String in(Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> spanish;
      case "pt" -> portuguese;
      default -> english;
    };
  }
}
