package app.tdah.chat.assistant;

import app.tdah.chat.person.People;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventPublisher;
import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.SmsRequested;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Answers by text message: short, and without Markdown. */
@Component
class SmsReply {

  /** Three segments of GSM-7. */
  static final int MAX_LENGTH = 459;

  private static final String ELLIPSIS = "...";

  /** Characters outside GSM-7 would more than double the number of segments. */
  private static final Map<String, String> PLAIN =
      Map.of("“", "\"", "”", "\"", "’", "'", "–", "-", "—", "-", "…", "...", "•", "-");

  private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`+");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+\\s*");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{2,}");
  private static final Map<String, String> APOLOGY =
      Map.of(
          "en", "I could not answer that just now. Please try again in a moment.",
          "es", "No pude responder ahora. Inténtalo de nuevo en un momento.",
          "pt", "Não consegui responder agora. Tente de novo daqui a pouco.");

  private final EventPublisher events;
  private final FieldCipher cipher;
  private final People people;

  SmsReply(EventPublisher events, FieldCipher cipher, People people) {
    this.events = events;
    this.cipher = cipher;
    this.people = people;
  }

  void send(UUID userId, String answer) {
    String text = shortened(answer);
    if (!text.isEmpty()) {
      events.publish(new SmsRequested(userId, Ids.next(), null, cipher.seal(text), "CONVERSATION"));
    }
  }

  void apologise(UUID userId) {
    String language = people.localeOf(userId).getLanguage();
    send(userId, APOLOGY.getOrDefault(language, APOLOGY.getOrDefault("en", "")));
  }

  static String shortened(String answer) {
    String plain = EMPHASIS.matcher(HEADING.matcher(answer).replaceAll("")).replaceAll("");
    String text = BLANK_LINES.matcher(plain).replaceAll("\n").strip();
    for (Map.Entry<String, String> typographic : PLAIN.entrySet()) {
      text = text.replace(typographic.getKey(), typographic.getValue());
    }
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int room = MAX_LENGTH - ELLIPSIS.length();
    int space = text.lastIndexOf(' ', room);
    return text.substring(0, space > room / 2 ? space : room).stripTrailing() + ELLIPSIS;
  }
}
