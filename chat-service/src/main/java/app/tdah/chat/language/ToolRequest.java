package app.tdah.chat.language;

import java.util.Map;

/**
 * A tool that the user's words ask for.
 *
 * @param name such as {@code add_task}
 * @param arguments as the tool's JSON schema names them
 */
public record ToolRequest(String name, Map<String, Object> arguments) {}
