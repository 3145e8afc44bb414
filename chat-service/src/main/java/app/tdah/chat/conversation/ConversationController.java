package app.tdah.chat.conversation;

import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.Idempotent;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/conversations")
class ConversationController {

  private final Conversations conversations;
  private final ChangeConversation changes;
  private final Branches branches;
  private final MessageViews views;

  ConversationController(
      Conversations conversations,
      ChangeConversation changes,
      Branches branches,
      MessageViews views) {
    this.conversations = conversations;
    this.changes = changes;
    this.branches = branches;
    this.views = views;
  }

  /** The user's conversations: the pinned ones first, then the last active. */
  @GetMapping
  CursorPage<ConversationView> list(
      CurrentUser user,
      @RequestParam(defaultValue = "false") boolean archived,
      CursorRequest cursor) {
    return CursorPage.of(
        conversations.page(user.id(), archived, cursor),
        cursor,
        Conversation::id,
        ConversationView::from);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Idempotent
  ResponseEntity<ConversationView> create(CurrentUser user, @Valid @RequestBody Create request) {
    UUID id = request.id() == null ? Ids.next() : request.id();
    Conversation begun = conversations.begin(user.id(), id, request.title());
    return ResponseEntity.created(URI.create("/api/v1/chat/conversations/" + id))
        .eTag(ETags.of(begun.version()))
        .body(ConversationView.from(begun));
  }

  @GetMapping("/{id}")
  ResponseEntity<ConversationView> get(CurrentUser user, @PathVariable UUID id) {
    return tagged(conversations.require(user.id(), id));
  }

  @PatchMapping("/{id}")
  ResponseEntity<ConversationView> change(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody ConversationPatch patch) {
    return tagged(changes.change(user.id(), id, ifMatch, patch));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(CurrentUser user, @PathVariable UUID id) {
    conversations.delete(user.id(), id);
  }

  /** The messages of the active branch, the newest first. */
  @GetMapping("/{id}/messages")
  CursorPage<MessageView> messages(CurrentUser user, @PathVariable UUID id, CursorRequest cursor) {
    Conversation conversation = conversations.require(user.id(), id);
    CursorPage<Message> page =
        CursorPage.of(branches.page(conversation, cursor), cursor, Message::id, message -> message);
    return new CursorPage<>(views.of(page.items()), page.nextCursor());
  }

  private static ResponseEntity<ConversationView> tagged(Conversation conversation) {
    return ResponseEntity.ok()
        .eTag(ETags.of(conversation.version()))
        .body(ConversationView.from(conversation));
  }

  /** Begins a conversation; the client may choose its id (UUIDv7). */
  record Create(
      @Nullable UUID id, @Nullable @Size(max = ConversationPatch.MAX_TITLE) String title) {}

  @Schema(name = "Conversation")
  record ConversationView(
      UUID id,
      Channel channel,
      @Nullable String title,
      boolean archived,
      boolean pinned,
      @Nullable UUID activeLeafId,
      @Nullable String model,
      long version,
      Instant createdAt,
      Instant activeAt) {

    static ConversationView from(Conversation conversation) {
      return new ConversationView(
          conversation.id(),
          conversation.channel(),
          conversation.title(),
          conversation.archived(),
          conversation.pinned(),
          conversation.activeLeafId(),
          conversation.model(),
          conversation.version(),
          conversation.createdAt(),
          conversation.activeAt());
    }
  }
}
