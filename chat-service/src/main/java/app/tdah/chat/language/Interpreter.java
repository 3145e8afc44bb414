package app.tdah.chat.language;

import app.tdah.chat.language.Understanding.Clarify;
import app.tdah.chat.language.Understanding.Commands;
import app.tdah.chat.language.Understanding.SmallTalk;
import app.tdah.chat.language.Understanding.Topic;
import app.tdah.chat.language.Understanding.Unknown;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message to the assistant as commands, small talk or a question back: the local model's
 * understanding.
 */
public final class Interpreter {

  private static final LocalTime REMIND_AT = LocalTime.of(9, 0);
  private static final Pattern EDGES = Pattern.compile("^[\\s¿¡,.;:]+|[\\s?!,.;:]+$");
  private static final Pattern WORD_START = Pattern.compile("(?<=\\s)\\p{L}");
  private static final Pattern TO_MY_LIST =
      Pattern.compile(
          "(?i)\\s+(?:to (?:my|the)|a (?:mi|la)|(?:n?a|à) minha|na) (?:(?:task|to-?do) )?(?:list|lista)(?: de (?:tareas|tarefas))?$");
  private static final Pattern BARE_VERB =
      Pattern.compile(
          "^(?:buy|call|email|mail|pay|book|clean|write|send|text|wash|pick up|get|fix|prepare|read|finish|schedule|order|cancel"
              + "|comprar|llamar|pagar|limpiar|escribir|enviar|mandar|lavar|recoger|reservar|preparar|leer|pedir|compra|llama|paga"
              + "|ligar|limpar|escrever|mandar|buscar|marcar|ler|arrumar|pegar|liga|compra|paga) .+");

  private Interpreter() {}

  /**
   * Reads a message.
   *
   * @param locale the user's language, where the words leave it open
   * @param now the user's moment and zone
   */
  public static Understanding interpret(String text, Locale locale, ZonedDateTime now) {
    Folded folded = Folded.of(EDGES.matcher(text.strip()).replaceAll(""));
    Language language = Language.detect(folded, locale);
    Understanding understood = interpret(folded, language, now);
    for (Language other : Language.values()) {
      if (!(understood instanceof Unknown)) {
        break;
      }
      understood = other == language ? understood : interpret(folded, other, now);
    }
    return understood instanceof Unknown ? new Unknown(language) : understood;
  }

  private static Understanding interpret(Folded text, Language language, ZonedDateTime now) {
    Understanding whole = single(text, language, now);
    List<Folded> parts = parts(text, language);
    if (parts.size() < 2) {
      return whole;
    }
    List<ToolRequest> requests = new ArrayList<>();
    for (Folded part : parts) {
      if (!(single(part, language, now) instanceof Commands commands)) {
        return whole;
      }
      requests.addAll(commands.requests());
    }
    return new Commands(language, requests);
  }

  /**
   * Commands in one message: what follows "and" or a comma counts only when it is a command of its
   * own.
   */
  private static List<Folded> parts(Folded text, Language language) {
    Pattern joint =
        Pattern.compile("\\s*(?:[,;.]|\\b" + Intents.of(language).and() + "\\b)\\s+(?=\\S)");
    List<Folded> parts = new ArrayList<>();
    int start = 0;
    Matcher joints = joint.matcher(text.folded());
    while (joints.find()) {
      if (isCommand(text.folded().substring(joints.end()), language)) {
        parts.add(Folded.of(text.original().substring(start, joints.start())));
        start = joints.end();
      }
    }
    String last = text.original().substring(start).replaceFirst("^(?i)(?:and|y|e)\\s+", "");
    parts.add(Folded.of(EDGES.matcher(last).replaceAll("")));
    return parts.stream().filter(part -> !part.original().isBlank()).toList();
  }

  private static boolean isCommand(String text, Language language) {
    Intents intents = Intents.of(language);
    String bare = text.replaceFirst("^(?:and|y|e)\\s+", "");
    String whole = EDGES.matcher(bare).replaceAll("");
    return intents.remind().matcher(bare).find()
        || intents.next().matcher(whole).find()
        || intents.listTasks().matcher(whole).find()
        || intents.listReminders().matcher(whole).find()
        || intents.add().matcher(bare).find()
        || BARE_VERB.matcher(bare).find();
  }

  private static Understanding single(Folded text, Language language, ZonedDateTime now) {
    Intents intents = Intents.of(language);
    String words = text.folded();
    Topic topic = topic(words, intents);
    if (topic != null) {
      return new SmallTalk(language, topic);
    }
    Matcher remind = intents.remind().matcher(words);
    if (remind.find()) {
      return reminder(text.original().substring(remind.end()), language, now);
    }
    Situation situation = Situation.of(words, language);
    if (intents.next().matcher(situation.rest()).find()) {
      return command(language, "next_task", situation.arguments());
    }
    if (intents.listReminders().matcher(words).find()) {
      return command(language, "list_reminders", Map.of());
    }
    if (intents.listTasks().matcher(words).find()) {
      return command(language, "list_tasks", Map.of());
    }
    if (intents.agenda().matcher(words).find()) {
      return agenda(text, language, now);
    }
    Matcher done = intents.done().matcher(words);
    if (done.find()) {
      return done(text.original().substring(done.end()), language);
    }
    String turned = timeLast(text, language, now);
    return turned == null ? capture(text, language, intents) : reminder(turned, language, now);
  }

  /** "Tomorrow at five remind me to …": what to be reminded of, and then when. */
  private static @Nullable String timeLast(Folded text, Language language, ZonedDateTime now) {
    Matcher words = WORD_START.matcher(text.folded());
    while (words.find()) {
      Matcher remind =
          Intents.of(language).remind().matcher(text.folded().substring(words.start()));
      if (remind.find()) {
        String when = EDGES.matcher(text.original().substring(0, words.start())).replaceAll("");
        return QuickAdd.isOnlyTime(Folded.of(when), language, now)
            ? text.original().substring(words.start() + remind.end()).strip() + " " + when
            : null;
      }
    }
    return null;
  }

  private static Understanding capture(Folded text, Language language, Intents intents) {
    Matcher add = intents.add().matcher(text.folded());
    if (add.find() && add.end() < text.folded().length()) {
      return command(
          language,
          "add_task",
          Map.of(
              "text",
              TO_MY_LIST.matcher(text.original().substring(add.end()).strip()).replaceFirst("")));
    }
    return BARE_VERB.matcher(text.folded()).find()
        ? command(language, "add_task", Map.of("text", text.original()))
        : new Unknown(language);
  }

  private static @Nullable Topic topic(String words, Intents intents) {
    if (intents.greeting().matcher(words).find()) {
      return Topic.GREETING;
    }
    if (intents.thanks().matcher(words).find()) {
      return Topic.THANKS;
    }
    if (intents.identity().matcher(words).find()) {
      return Topic.IDENTITY;
    }
    return intents.help().matcher(words).find() ? Topic.HELP : null;
  }

  private static Understanding reminder(String rest, Language language, ZonedDateTime now) {
    QuickAddResult read = QuickAdd.parse(Folded.of(rest.strip()), language, now);
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("text", read.title());
    if (read.dueAt() != null) {
      arguments.put("dueAt", read.dueAt().toString());
    } else if (read.dueDate() != null) {
      arguments.put("dueAt", morning(read.dueDate(), now).toInstant().toString());
    } else {
      return new Clarify(language, read.title());
    }
    if (read.recurrence() != null) {
      arguments.put("recurrence", read.recurrence());
    }
    return command(language, "create_reminder", arguments);
  }

  /** Nine o'clock, or in an hour when that has passed. */
  private static ZonedDateTime morning(LocalDate day, ZonedDateTime now) {
    ZonedDateTime morning = ZonedDateTime.of(day, REMIND_AT, now.getZone());
    return morning.isAfter(now) ? morning : now.plusHours(1).withNano(0);
  }

  private static Understanding agenda(Folded text, Language language, ZonedDateTime now) {
    Moment moment = new Moment(now);
    boolean dated = DatePhrases.read(new Scan(text), language, moment);
    LocalDate day = dated && moment.date != null ? moment.date : now.toLocalDate();
    boolean week = text.folded().matches(".*\\b(?:week|semana)\\b.*");
    return command(
        language,
        "calendar_events",
        Map.of("from", day.toString(), "to", (week ? day.plusDays(6) : day).toString()));
  }

  private static Understanding done(String rest, Language language) {
    String title =
        EDGES
            .matcher(
                rest.replaceFirst(
                    "(?i)\\s+(?:as|is)?\\s*(?:done|como hech[oa]|como feit[oa])$", ""))
            .replaceAll("")
            .replaceFirst("(?i)^(?:with|the|la tarea|a tarefa|de)\\s+", "");
    return command(language, "complete_task", title.isBlank() ? Map.of() : Map.of("title", title));
  }

  private static Understanding command(
      Language language, String name, Map<String, Object> arguments) {
    return new Commands(language, List.of(new ToolRequest(name, arguments)));
  }
}
