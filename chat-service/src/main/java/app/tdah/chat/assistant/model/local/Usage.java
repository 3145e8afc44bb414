package app.tdah.chat.assistant.model.local;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What models have cost, and what they may cost.
 *
 * @param amounts by their path in the result, in small letters
 */
record Usage(Map<String, BigDecimal> amounts) {

  static Usage of(JsonNode result) {
    Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    collect("", result, amounts);
    return new Usage(amounts);
  }

  private static void collect(String path, JsonNode node, Map<String, BigDecimal> amounts) {
    node.properties()
        .forEach(field -> {
          String name = path + field.getKey().toLowerCase(Locale.ROOT);
          if (field.getValue().isNumber()) {
            amounts.put(name, field.getValue().decimalValue());
          } else if (field.getValue().isObject()) {
            collect(name + ".", field.getValue(), amounts);
          }
        });
  }

  String say(Sayings sayings) {
    return sayings.say("usage", period("day", sayings), period("month", sayings));
  }

  private String period(String period, Sayings sayings) {
    String spent = amount(period, ".*(?:cost|spent|used|total).*");
    String limit = amount(period, ".*(?:limit|budget|allowed).*");
    return limit.isEmpty() ? spent : sayings.say("usage.of", spent.isEmpty() ? "0" : spent, limit);
  }

  private String amount(String period, String kind) {
    return amounts.entrySet().stream()
        .filter(amount -> amount.getKey().contains(period) && amount.getKey().matches(kind))
        .map(amount -> amount.getValue().stripTrailingZeros().toPlainString())
        .findFirst()
        .orElse(kind.contains("spent") ? "0" : "");
  }
}
