package app.tdah.chat.realtime;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.ChannelInterceptor;

/** A client may send to the application and listen to its own events, and nothing else. */
final class OwnDestinations implements ChannelInterceptor {

  @Override
  public @Nullable Message<?> preSend(Message<?> message, MessageChannel channel) {
    String destination = SimpMessageHeaderAccessor.getDestination(message.getHeaders());
    SimpMessageType type = SimpMessageHeaderAccessor.getMessageType(message.getHeaders());
    boolean allowed =
        switch (type) {
          case MESSAGE -> destination != null && destination.startsWith("/app/");
          case SUBSCRIBE -> Delivery.DESTINATION.equals(destination);
          case null, default -> true;
        };
    return allowed ? message : null;
  }
}
