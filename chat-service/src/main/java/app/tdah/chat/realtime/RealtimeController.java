package app.tdah.chat.realtime;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.messaging.SessionSubscribeEvent;
import org.springframework.web.socket.messaging.SessionUnsubscribeEvent;

/** What a client says about its own socket. */
@Controller
class RealtimeController {

  private final Sockets sockets;
  private final Delivery delivery;
  private final Handshake handshake;

  RealtimeController(Sockets sockets, Delivery delivery, Handshake handshake) {
    this.sockets = sockets;
    this.delivery = delivery;
    this.handshake = handshake;
  }

  @EventListener
  void subscribed(SessionSubscribeEvent event) {
    SimpMessageHeaderAccessor headers = headers(event.getMessage());
    Socket socket = sockets.byId(headers.getSessionId());
    String subscriptionId = headers.getSubscriptionId();
    if (socket != null
        && subscriptionId != null
        && Delivery.DESTINATION.equals(headers.getDestination())) {
      delivery.subscribe(socket, subscriptionId);
    }
  }

  @EventListener
  void unsubscribed(SessionUnsubscribeEvent event) {
    SimpMessageHeaderAccessor headers = headers(event.getMessage());
    Socket socket = sockets.byId(headers.getSessionId());
    String subscriptionId = headers.getSubscriptionId();
    if (socket != null && subscriptionId != null) {
      synchronized (socket) {
        socket.unsubscribe(subscriptionId);
      }
    }
  }

  @MessageMapping("/resume")
  void resume(
      @Payload Resume resume, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String id) {
    Socket socket = sockets.byId(id);
    if (socket != null) {
      delivery.resume(socket, Math.max(0, resume.lastSeq()));
    }
  }

  /** A newer access token of the same session keeps the socket open. */
  @MessageMapping("/token")
  void renew(@Payload Token token, @Header(SimpMessageHeaderAccessor.SESSION_ID_HEADER) String id) {
    Socket socket = sockets.byId(id);
    if (socket == null) {
      return;
    }
    Optional<Caller> caller =
        Optional.ofNullable(token.token())
            .flatMap(handshake::verify)
            .filter(verified -> verified.userId().equals(socket.userId()))
            .filter(verified -> verified.sessionId().equals(socket.sessionId()));
    caller.ifPresentOrElse(
        verified -> socket.renew(verified.expiresAt()), () -> socket.close(Sockets.TOKEN_EXPIRED));
  }

  private static SimpMessageHeaderAccessor headers(Message<byte[]> message) {
    return SimpMessageHeaderAccessor.wrap(message);
  }

  record Resume(long lastSeq) {}

  record Token(@Nullable String token) {}
}
