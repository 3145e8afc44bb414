package app.tdah.chat.realtime;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.broker.OrderedMessageChannelDecorator;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/** An open WebSocket of this replica and how far its client has read. Guarded by itself. */
final class Socket {

  private static final Logger log = LoggerFactory.getLogger(Socket.class);

  private final WebSocketSession session;
  private final Caller caller;
  private volatile Instant expiresAt;
  private @Nullable String subscriptionId;
  private long lastSeq = -1;
  private boolean held;
  private @Nullable MessageChannel ordered;

  Socket(WebSocketSession session, Caller caller) {
    this.session = session;
    this.caller = caller;
    this.expiresAt = caller.expiresAt();
  }

  String id() {
    return session.getId();
  }

  UUID userId() {
    return caller.userId();
  }

  UUID sessionId() {
    return caller.sessionId();
  }

  boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  void renew(Instant until) {
    expiresAt = until;
  }

  /** Begins to listen, behind the given event, once it is released. */
  void subscribe(String subscription, long newest) {
    subscriptionId = subscription;
    lastSeq = newest;
    held = true;
  }

  void unsubscribe(String subscription) {
    if (subscription.equals(subscriptionId)) {
      subscriptionId = null;
    }
  }

  @Nullable String subscriptionId() {
    return subscriptionId;
  }

  boolean listening() {
    return subscriptionId != null && !held;
  }

  void release() {
    held = false;
  }

  long lastSeq() {
    return lastSeq;
  }

  void advance(long seq) {
    lastSeq = seq;
  }

  /** The way out, on which this socket's frames keep their order. */
  MessageChannel channel(MessageChannel outbound) {
    MessageChannel channel = ordered;
    if (channel == null) {
      channel = new OrderedMessageChannelDecorator(outbound, LogFactory.getLog(Socket.class));
      ordered = channel;
    }
    return channel;
  }

  void close(CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException e) {
      log.debug("socket {} is closed already", session.getId(), e);
    }
  }
}
