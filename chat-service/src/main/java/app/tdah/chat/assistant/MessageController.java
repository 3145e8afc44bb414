package app.tdah.chat.assistant;

import app.tdah.chat.conversation.Message;
import app.tdah.chat.conversation.MessageView;
import app.tdah.chat.conversation.MessageViews;
import app.tdah.defaults.security.CurrentUser;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chat/messages")
class MessageController {

  private final AcceptMessage messages;
  private final ReviseMessage revise;
  private final Answers answers;
  private final StopAnswer stop;
  private final MessageViews views;

  MessageController(
      AcceptMessage messages,
      ReviseMessage revise,
      Answers answers,
      StopAnswer stop,
      MessageViews views) {
    this.messages = messages;
    this.revise = revise;
    this.answers = answers;
    this.stop = stop;
    this.views = views;
  }

  /**
   * Says something and waits for the answer. The same id again gets the same answer; 202 when the
   * answer takes too long to wait for, it comes all the same.
   */
  @PostMapping
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Answered.class)))
  ResponseEntity<Answered> send(CurrentUser user, @Valid @RequestBody Send request) {
    return answered(
        messages.accept(user.id(), request.id(), request.conversationId(), request.content()));
  }

  /**
   * Says it differently: a new branch with the new text, which is answered as any message is. The
   * old text and what followed it stay on theirs.
   */
  @PatchMapping("/{id}")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Answered.class)))
  ResponseEntity<Answered> edit(
      CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Edit request) {
    return answered(revise.edit(user.id(), id, request.id(), request.content()));
  }

  /** Answers once more; the answers before stay as its siblings. */
  @PostMapping("/{id}/regenerate")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Answered.class)))
  ResponseEntity<Answered> regenerate(
      CurrentUser user,
      @PathVariable UUID id,
      @RequestBody(required = false) @Nullable Regenerate request) {
    UUID answerId = request == null ? null : request.id();
    return answered(revise.regenerate(user.id(), id, answerId));
  }

  /** Ends an answer at what has come so far. */
  @PostMapping("/{id}/stop")
  MessageView stop(CurrentUser user, @PathVariable UUID id) {
    return views.of(stop.stop(user.id(), id));
  }

  private ResponseEntity<Answered> answered(Accepted accepted) {
    Message answer = answers.await(accepted.assistant());
    HttpStatus status = answer.status().isFinal() ? HttpStatus.OK : HttpStatus.ACCEPTED;
    return ResponseEntity.status(status)
        .body(new Answered(answer.conversationId(), views.of(accepted.user()), views.of(answer)));
  }

  /**
   * What the user says.
   *
   * @param id made by the client (UUIDv7), so that a retry is no second message
   * @param conversationId null begins a conversation
   */
  record Send(
      @Nullable UUID id,
      @Nullable UUID conversationId,
      @NotBlank @Size(max = AcceptMessage.MAX_CONTENT) String content) {}

  /**
   * What the user says instead.
   *
   * @param id of the new message, made by the client, so that a retry is no second edit
   */
  record Edit(@Nullable UUID id, @NotBlank @Size(max = AcceptMessage.MAX_CONTENT) String content) {}

  /**
   * One more answer.
   *
   * @param id of the new answer, made by the client, so that a retry is no second one
   */
  record Regenerate(@Nullable UUID id) {}

  record Answered(UUID conversationId, MessageView userMessage, MessageView assistantMessage) {}
}
