package app.tdah.chat.conversation;

import app.tdah.chat.conversation.SearchMessages.Found;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.InvalidField;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/search")
class SearchController {

  private final SearchMessages search;

  SearchController(SearchMessages search) {
    this.search = search;
  }

  /** The user's messages with all of the words, the newest first. */
  @GetMapping
  CursorPage<FoundMessage> search(
      CurrentUser user, @RequestParam @NotBlank @Size(max = 200) String q, CursorRequest page) {
    if (q.indexOf('\0') >= 0) {
      throw new InvalidField("q", "must not have a NUL character");
    }
    return CursorPage.of(search.search(user.id(), q, page), page, Found::id, FoundMessage::from);
  }

  /** A message, and the part of it that matched in pieces. */
  @Schema(name = "FoundMessage")
  record FoundMessage(
      UUID messageId,
      UUID conversationId,
      @Nullable String title,
      Message.Role role,
      Instant createdAt,
      List<Snippet.Segment> snippet) {

    static FoundMessage from(Found found) {
      return new FoundMessage(
          found.id(),
          found.conversationId(),
          found.title(),
          found.role(),
          found.createdAt(),
          Snippet.of(found.content(), found.marked()));
    }
  }
}
