package app.tdah.chat.assistant.model;

import app.tdah.chat.conversation.ModelChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The models that can be asked: those of the configured provider, and always the built-in one. */
@Component
public class Models implements ModelChoice {

  private final Map<String, Model> byId = new LinkedHashMap<>();
  private final boolean fallback;

  Models(
      List<ChatModel> models,
      ModelProperties properties,
      @Value("${spring.ai.model.chat}") String provider) {
    models.stream()
        .filter(model -> !name(model).equals(Model.LOCAL))
        .forEach(model -> add(model, provider, properties));
    models.stream()
        .filter(model -> name(model).equals(Model.LOCAL))
        .forEach(model -> byId.put(Model.LOCAL, new Model(Model.LOCAL, Model.LOCAL, model)));
    this.fallback = properties.fallback();
  }

  private void add(ChatModel model, String provider, ModelProperties properties) {
    byId.put(name(model), new Model(name(model), provider, model));
    properties.others().forEach(other -> byId.put(other, new Model(other, provider, model)));
  }

  /** The default one first. */
  public List<Model> all() {
    return List.copyOf(byId.values());
  }

  @Override
  public boolean has(String id) {
    return byId.containsKey(id);
  }

  /** The one with this id; the default for none, and for one that is not configured any more. */
  public Model orDefault(@Nullable String id) {
    Model chosen = id == null ? null : byId.get(id);
    return chosen == null ? all().getFirst() : chosen;
  }

  /** The built-in one, where another one may be replaced by it. */
  public Optional<Model> insteadOf(Model other) {
    return fallback && !other.isLocal()
        ? Optional.ofNullable(byId.get(Model.LOCAL))
        : Optional.empty();
  }

  private static String name(ChatModel model) {
    ChatOptions options = model.getOptions();
    return Objects.requireNonNullElse(options == null ? null : options.getModel(), "unknown");
  }
}
