package app.tdah.chat.assistant;

import app.tdah.defaults.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.ToolCallback;
import org.springframework.ai.tool.ToolCallbackProvider;
import org.springframework.ai.tool.execution.ToolExecutionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** The tools by name, and one way in which they fail. */
@Component
class ToolBox {

  private static final Logger log = LoggerFactory.getLogger(ToolBox.class);

  private final Map<String, ToolCallback> byName;
  private final List<ToolCallback> tools;
  private final JsonMapper json;

  ToolBox(ObjectProvider<ToolCallbackProvider> providers, JsonMapper json) {
    this.tools =
        providers
            .orderedStream()
            .flatMap(provider -> List.of(provider.getToolCallbacks()).stream())
            .toList();
    this.byName =
        tools.stream()
            .collect(
                Collectors.toMap(tool -> tool.getToolDefinition().name(), Function.identity()));
    this.json = json;
  }

  List<ToolCallback> tools() {
    return tools;
  }

  /**
   * Calls a tool in the current transaction.
   *
   * @return JSON
   * @throws ToolFailed when the tool refuses or fails; the model is told
   */
  String call(String name, String arguments, Map<String, Object> context) {
    ToolCallback tool = byName.get(name);
    if (tool == null) {
      throw failed("There is no tool named " + name + ".");
    }
    try {
      return tool.call(arguments, new ToolContext(context));
    } catch (RuntimeException e) {
      Throwable cause = cause(e);
      if (isTransient(cause)) {
        throw e;
      }
      if (cause instanceof ProblemException refused) {
        throw failed(Objects.requireNonNullElse(refused.getMessage(), refused.code()));
      }
      if (cause instanceof IllegalArgumentException
          || cause instanceof tools.jackson.core.JacksonException) {
        throw failed("The arguments do not fit.");
      }
      log.error("tool {} failed", name, e);
      throw failed("The tool failed.");
    }
  }

  private static Throwable cause(RuntimeException e) {
    return e instanceof ToolExecutionException && e.getCause() != null ? e.getCause() : e;
  }

  /** Not the tool's fault: the answer is tried again as a whole. */
  private static boolean isTransient(Throwable e) {
    return e instanceof TransientDataAccessException
        || e instanceof DataAccessResourceFailureException
        || e instanceof TransactionException
        || e instanceof ConcurrencyFailureException;
  }

  private ToolFailed failed(String reason) {
    return new ToolFailed(json.writeValueAsString(Map.of("error", reason)));
  }

  /** The tool did nothing; its transaction ends with this. */
  static final class ToolFailed extends RuntimeException {

    private final String result;

    ToolFailed(String result) {
      super(result);
      this.result = result;
    }

    /** What the model is told, as JSON. */
    String result() {
      return result;
    }
  }
}
