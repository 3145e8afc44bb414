package app.tdah.chat.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The languages that the product speaks. */
public enum Language {
  EN(
      "the a an to at on in my me i is are what remind tomorrow today every next buy call add need do have done"
          + " hello hi thanks please morning evening week friday monday for of and with you how"),
  ES(
      "el la los las un una de del que a al mi me es son para por con recuerdame manana hoy cada todos tengo hacer"
          + " comprar llamar anade agrega hola gracias lunes martes miercoles jueves viernes hecho listo sigue dos semanas"
          + " ahora y mis tareas como eres quien"),
  PT(
      "o a os as um uma de do da das que meu minha me e sao para por com lembra lembre amanha hoje cada todo toda"
          + " tenho fazer comprar ligar adiciona ola oi obrigado obrigada segunda terca quarta quinta sexta feito"
          + " agora minhas tarefas como voce quem preciso nao");

  private static final Pattern WORD = Pattern.compile("[a-z]+");

  private final Set<String> words;

  Language(String words) {
    this.words = Set.copyOf(Arrays.stream(words.split(" ")).distinct().toList());
  }

  /** The two-letter code. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a table that has an entry for every language holds for this one. */
  <T> T from(Map<Language, T> table) {
    return Objects.requireNonNull(table.get(this));
  }

  /** The language of a locale; English for any other. */
  public static Language of(Locale locale) {
    return switch (locale.getLanguage()) {
      case "es" -> ES;
      case "pt" -> PT;
      default -> EN;
    };
  }

  /** The language of a text, which wins over the locale when it is clear. */
  static Language detect(Folded text, Locale locale) {
    Language own = of(locale);
    return Arrays.stream(values())
        .max(
            Comparator.<Language>comparingDouble(language -> language.score(text))
                .thenComparing(language -> language == own))
        .filter(best -> best.score(text) > own.score(text))
        .orElse(own);
  }

  private long score(Folded text) {
    long known =
        WORD.matcher(text.folded()).results().filter(word -> words.contains(word.group())).count();
    return 2 * known
        + (this == PT && text.has("ãõ") ? 3 : 0)
        + (this == ES && text.has("ñ¿¡") ? 3 : 0);
  }
}
