package app.tdah.chat.assistant.model;

import org.springframework.ai.chat.model.ChatModel;

/**
 * A model that answers can come from.
 *
 * @param id what a conversation names it by
 * @param provider {@code local}, or that of {@code spring.ai.model.chat}
 */
public record Model(String id, String provider, ChatModel chatModel) {

  /** The id of the built-in one. */
  public static final String LOCAL = "local";

  /** Whether it is the built-in one, which needs no network and costs nothing. */
  public boolean isLocal() {
    return id.equals(LOCAL);
  }
}
