package app.tdah.chat.assistant.tools;

import app.tdah.chat.conversation.SearchMessages;
import app.tdah.chat.memory.Memories;
import app.tdah.chat.memory.Memory;
import app.tdah.chat.memory.Memory.Source;
import app.tdah.chat.memory.MemoryNotFound;
import app.tdah.defaults.web.CursorRequest;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.ai.chat.model.ToolContext;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Component;

@Component
class MemoryTools {

  private static final int SHOWN = 5;
  private static final int EXCERPT = 300;

  private final Memories memories;
  private final SearchMessages search;

  MemoryTools(Memories memories, SearchMessages search) {
    this.memories = memories;
    this.search = search;
  }

  record OneFact(String fact) {}

  record Facts(List<OneFact> facts) {}

  record Line(String role, LocalDateTime at, String content) {}

  record Lines(List<Line> messages) {}

  @Tool(
      name = "remember",
      description =
          "Keeps a lasting fact about the user that helps later, when they ask for it or it is"
              + " clearly useful. Never health data or secrets that they did not ask to keep.")
  OneFact remember(
      @ToolParam(description = "The fact in one short sentence.") String fact,
      ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return new OneFact(memories.remember(scope.userId(), fact, Source.ASSISTANT).fact());
  }

  @Tool(name = "forget", description = "Forgets the fact about the user that fits best.")
  OneFact forget(
      @ToolParam(description = "The fact, or words of it.") String fact, ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    Memory meant =
        BestMatch.of(fact, memories.known(scope.userId()), Memory::fact)
            .orElseThrow(MemoryNotFound::new);
    memories.forget(scope.userId(), meant.id());
    return new OneFact(meant.fact());
  }

  @Tool(name = "list_memories", description = "Lists what is known about the user.")
  Facts listMemories(ToolContext context) {
    return new Facts(
        memories.known(ToolScope.of(context).userId()).stream()
            .map(memory -> new OneFact(memory.fact()))
            .toList());
  }

  @Tool(
      name = "search_messages",
      description = "Searches what was said in all of the user's conversations, newest first.")
  Lines searchMessages(
      @ToolParam(description = "Words that must occur.") String query, ToolContext context) {
    ToolScope scope = ToolScope.of(context);
    return new Lines(
        search.search(scope.userId(), query, new CursorRequest(SHOWN - 1, null)).stream()
            .map(found ->
                new Line(
                    found.role().name(),
                    LocalDateTime.ofInstant(found.createdAt(), scope.now().getZone()),
                    found.content().substring(0, Math.min(EXCERPT, found.content().length()))))
            .toList());
  }
}
