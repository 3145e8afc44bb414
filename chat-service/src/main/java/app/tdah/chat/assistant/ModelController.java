package app.tdah.chat.assistant;

import app.tdah.chat.assistant.PriceProperties.Price;
import app.tdah.chat.assistant.model.Model;
import app.tdah.chat.assistant.model.Models;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat")
class ModelController {

  private final Models models;
  private final Prices prices;
  private final ToolBox tools;

  ModelController(Models models, Prices prices, ToolBox tools) {
    this.models = models;
    this.prices = prices;
    this.tools = tools;
  }

  /** The models that a conversation may name; the first is the default. */
  @GetMapping("/models")
  ModelList models() {
    Model standard = models.orDefault(null);
    return new ModelList(
        models.all().stream().map(model -> view(model, model.equals(standard))).toList());
  }

  /** What the assistant can do. */
  @GetMapping("/tools")
  ToolList tools() {
    return new ToolList(
        tools.tools().stream()
            .map(tool -> tool.getToolDefinition())
            .map(tool -> new ToolView(tool.name(), tool.description()))
            .toList());
  }

  private ModelView view(Model model, boolean standard) {
    Price price = prices.today(model.id());
    return new ModelView(
        model.id(),
        model.provider(),
        standard,
        new PriceView(price.input(), price.output(), price.currency()));
  }

  record ModelList(List<ModelView> items) {}

  /** A model; {@code standard} where a conversation names none. */
  @Schema(name = "Model")
  record ModelView(String id, String provider, boolean standard, PriceView price) {}

  /** For a million tokens, in millionths of the currency unit. */
  @Schema(name = "ModelPrice")
  record PriceView(long inputMicros, long outputMicros, String currency) {}

  record ToolList(List<ToolView> items) {}

  @Schema(name = "Tool")
  record ToolView(String name, String description) {}
}
