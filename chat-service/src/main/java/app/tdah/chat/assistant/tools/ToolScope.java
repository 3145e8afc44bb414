package app.tdah.chat.assistant.tools;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.ai.chat.model.ToolContext;

/**
 * For whom and when a tool runs; no model sees or sets it.
 *
 * @param source {@code CHAT} or {@code SMS}
 * @param now when the user spoke, in their zone: what "tomorrow" counts from
 */
public record ToolScope(UUID userId, String source, ZonedDateTime now, Locale locale) {

  private static final String KEY = ToolScope.class.getName();

  /** As a tool context. */
  public Map<String, Object> asContext() {
    return Map.of(KEY, this);
  }

  /** From the context of a call. */
  public static ToolScope of(ToolContext context) {
    return of(context.getContext());
  }

  /** From the context of a prompt. */
  public static ToolScope of(Map<String, Object> context) {
    if (context.get(KEY) instanceof ToolScope scope) {
      return scope;
    }
    throw new IllegalStateException("a tool was called without a scope");
  }
}
