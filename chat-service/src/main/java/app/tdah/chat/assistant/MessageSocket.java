package app.tdah.chat.assistant;

import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.ids.Ids;
import app.tdah.defaults.web.ProblemException;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Controller;

/** The same as over HTTP, for a client with a socket; everything comes back as events. */
@Controller
class MessageSocket {

  private static final Logger log = LoggerFactory.getLogger(MessageSocket.class);

  private final AcceptMessage messages;
  private final StopAnswer stop;
  private final Realtime realtime;

  MessageSocket(AcceptMessage messages, StopAnswer stop, Realtime realtime) {
    this.messages = messages;
    this.stop = stop;
    this.realtime = realtime;
  }

  /** Accepts a message; one that cannot be accepted comes back as {@code message.failed}. */
  @MessageMapping("/messages")
  void send(Principal caller, @Payload Send request) {
    UUID userId = UUID.fromString(caller.getName());
    UUID id = request.id() == null ? Ids.next() : request.id();
    String content = Objects.requireNonNullElse(request.content(), "");
    if (content.isBlank() || content.length() > AcceptMessage.MAX_CONTENT) {
      refuse(userId, id, "validation-failed", "A message has 1 to 16000 characters.");
      return;
    }
    try {
      messages.accept(userId, id, request.conversationId(), content);
    } catch (ProblemException e) {
      refuse(userId, id, e.code(), Objects.requireNonNullElse(e.getMessage(), e.code()));
    } catch (RuntimeException e) {
      log.error("message {} was not accepted", id, e);
      refuse(userId, id, "unavailable", "Try again in a moment.");
    }
  }

  @MessageMapping("/stop")
  void stop(Principal caller, @Payload Stop request) {
    stop.stop(UUID.fromString(caller.getName()), request.messageId());
  }

  /** A client that speaks nonsense needs no answer, and no error in our log. */
  @MessageExceptionHandler({ProblemException.class, MessageConversionException.class})
  void refused(Exception e) {
    log.debug("a frame was refused", e);
  }

  private void refuse(UUID userId, UUID messageId, String code, String detail) {
    realtime.publish(
        userId, "message.failed", Map.of("messageId", messageId, "code", code, "detail", detail));
  }

  record Send(@Nullable UUID id, @Nullable UUID conversationId, @Nullable String content) {}

  record Stop(UUID messageId) {}
}
