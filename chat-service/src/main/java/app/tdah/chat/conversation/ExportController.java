package app.tdah.chat.conversation;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.InvalidField;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/conversations/{id}/export")
class ExportController {

  private static final MediaType MARKDOWN =
      new MediaType("text", "markdown", StandardCharsets.UTF_8);

  private final Conversations conversations;
  private final Branches branches;
  private final MessageViews views;

  ExportController(Conversations conversations, Branches branches, MessageViews views) {
    this.conversations = conversations;
    this.branches = branches;
    this.views = views;
  }

  /** The active branch from its beginning, as a file: {@code markdown} or {@code json}. */
  @GetMapping
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "text/markdown", schema = @Schema(type = "string")),
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = ExportedConversation.class))
      })
  ResponseEntity<?> export(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "markdown") String format) {
    Conversation conversation = conversations.require(user.id(), id);
    List<Message> said = branches.whole(conversation).reversed();
    return switch (format) {
      case "markdown" ->
          file("md", MARKDOWN)
              .body(MarkdownExport.of(conversation, said).getBytes(StandardCharsets.UTF_8));
      case "json" ->
          file("json", MediaType.APPLICATION_JSON)
              .body(
                  new ExportedConversation(
                      ConversationController.ConversationView.from(conversation), views.of(said)));
      default -> throw new InvalidField("format", "must be markdown or json");
    };
  }

  private static ResponseEntity.BodyBuilder file(String ending, MediaType type) {
    ContentDisposition disposition =
        ContentDisposition.attachment().filename("conversation." + ending).build();
    return ResponseEntity.ok()
        .contentType(type)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
  }

  @Schema(name = "ExportedConversation")
  record ExportedConversation(
      ConversationController.ConversationView conversation, List<MessageView> messages) {}
}
