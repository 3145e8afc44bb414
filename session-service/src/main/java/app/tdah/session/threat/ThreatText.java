package app.tdah.session.threat;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in a sentence what a finding means. */
@Component
class ThreatText {

  private final MessageSource messages;

  ThreatText(MessageSource messages) {
    this.messages = messages;
  }

  String of(String rule, Map<String, Object> evidence, Locale language) {
    Object[] words =
        evidence.values().stream()
            .map(word -> word.equals("") ? unknown(language) : word)
            .toArray();
    return messages.getMessage("threat." + rule, words, language);
  }

  /** What to call a device of which nothing can be told. */
  String unknown(Locale language) {
    return messages.getMessage("unknown.device", null, language);
  }
}
