package app.tdah.chat.plan;

/** Why a task, told without blame: nothing is ever overdue. */
enum Reason {
  SOON("It is due soon.", "Vence pronto.", "Vence em breve."),
  WAITS("It has been waiting for you.", "Te está esperando.", "Está à sua espera."),
  TODAY("It is meant for today.", "Es para hoy.", "É para hoje."),
  PLANNED("You planned it for now.", "La planeaste para ahora.", "Você planejou para agora."),
  STARTED("You have already started it.", "Ya la empezaste.", "Você já começou."),
  IMPORTANT(
      "You marked it as important.",
      "La marcaste como importante.",
      "Você marcou como importante."),
  TOMORROW("It is due tomorrow.", "Es para mañana.", "É para amanhã."),
  GAP(
      "It fits in the %d minutes before your next appointment.",
      "Cabe en los %d minutos antes de tu próxima cita.",
      "Cabe nos %d minutos antes do seu próximo compromisso."),
  TIME(
      "It fits in the %d minutes you have.",
      "Cabe en los %d minutos que tienes.", "Cabe nos %d minutos que você tem."),
  ENERGY(
      "It suits the energy you have.",
      "Va bien con la energía que tienes.",
      "Combina com a energia que você tem."),
  SHORT("It only takes a few minutes.", "Solo lleva unos minutos.", "Leva só alguns minutos."),
  NEXT(
      "It is the next one you wrote down.",
      "Es la siguiente que anotaste.",
      "É a próxima que você anotou.");

  private final String english;
  private final String spanish;
  private final String portuguese;

  Reason(String english, String spanish, String portuguese) {
    this.english = english;
    this.spanish = spanish;
    this.portuguese = portuguese;
  }

  /** One line, with the minutes where it names them. */
  String in(String language, int minutes) {
    return switch (language) {
      case "es" -> spanish.formatted(minutes);
      case "pt" -> portuguese.formatted(minutes);
      default -> english.formatted(minutes);
    };
  }
}
