package app.tdah.chat.realtime;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;

/**
 * Brings a user's events to their sockets on this replica: every event once, in order. A gap is
 * filled from the stream.
 */
@Component
class Delivery {

  static final String DESTINATION = "/user/queue/events";

  /** Redis was away at the beginning: the client will have to read again. */
  private static final long UNKNOWN = -2;

  private static final Logger log = LoggerFactory.getLogger(Delivery.class);

  private final Sockets sockets;
  private final EventStream stream;
  private final MessageChannel outbound;
  private final TaskScheduler scheduler;
  private final RealtimeProperties properties;
  private final Clock clock;

  Delivery(
      Sockets sockets,
      EventStream stream,
      @Lazy @Qualifier("clientOutboundChannel") MessageChannel outbound,
      @Qualifier("taskScheduler") TaskScheduler scheduler,
      RealtimeProperties properties,
      Clock clock) {
    this.sockets = sockets;
    this.stream = stream;
    this.outbound = outbound;
    this.scheduler = scheduler;
    this.properties = properties;
    this.clock = clock;
  }

  /** Takes an event that some replica has just numbered. */
  void deliver(UUID userId, long seq, String event) {
    for (Socket socket : sockets.ofUser(userId)) {
      synchronized (socket) {
        if (!socket.listening() || seq <= socket.lastSeq()) {
          continue;
        }
        if (seq == socket.lastSeq() + 1) {
          send(socket, seq, event);
        } else {
          catchUp(socket);
        }
      }
    }
  }

  /** New events from now on; those that a resume asks for come first. */
  void subscribe(Socket socket, String subscriptionId) {
    synchronized (socket) {
      socket.subscribe(subscriptionId, newest(socket.userId()));
    }
    scheduler.schedule(() -> release(socket), clock.instant().plus(properties.resumeGrace()));
  }

  /** Everything after the last event that the client has seen. */
  void resume(Socket socket, long lastSeq) {
    synchronized (socket) {
      socket.advance(lastSeq);
      socket.release();
      catchUp(socket);
    }
  }

  /** One frame for one socket, outside the stream. */
  void tell(Socket socket, String type, Object data) {
    synchronized (socket) {
      if (socket.subscriptionId() != null) {
        send(socket, socket.lastSeq(), stream.unnumbered(socket.lastSeq(), type, data));
      }
    }
  }

  /** Finds what the channel between the replicas has lost. */
  @Scheduled(fixedDelayString = "PT3S")
  void sweep() {
    List<UUID> users = sockets.users();
    if (users.isEmpty()) {
      return;
    }
    try {
      List<Long> newest = stream.newest(users);
      for (int i = 0; i < users.size(); i++) {
        long seq = newest.get(i);
        sockets.ofUser(users.get(i)).forEach(socket -> catchUpTo(socket, seq));
      }
    } catch (DataAccessException e) {
      log.debug("Redis is away", e);
    }
  }

  private void catchUpTo(Socket socket, long seq) {
    synchronized (socket) {
      if (socket.listening() && socket.lastSeq() < seq) {
        catchUp(socket);
      }
    }
  }

  private void release(Socket socket) {
    synchronized (socket) {
      if (socket.subscriptionId() != null && !socket.listening()) {
        socket.release();
        catchUp(socket);
      }
    }
  }

  private void catchUp(Socket socket) {
    if (!socket.listening()) {
      return;
    }
    try {
      List<EventStream.Entry> missed = stream.after(socket.userId(), socket.lastSeq());
      if (missed == null) {
        long newest = stream.newest(socket.userId());
        send(socket, newest, stream.unnumbered(newest, EventStream.RESYNC, Map.of()));
      } else {
        missed.forEach(entry -> send(socket, entry.seq(), entry.json()));
      }
    } catch (DataAccessException e) {
      log.debug("Redis is away; the socket catches up later", e);
    }
  }

  private long newest(UUID userId) {
    try {
      return stream.newest(userId);
    } catch (DataAccessException e) {
      return UNKNOWN;
    }
  }

  private void send(Socket socket, long seq, String event) {
    SimpMessageHeaderAccessor headers = SimpMessageHeaderAccessor.create(SimpMessageType.MESSAGE);
    headers.setSessionId(socket.id());
    headers.setSubscriptionId(socket.subscriptionId());
    headers.setDestination(DESTINATION);
    headers.setContentType(MimeTypeUtils.APPLICATION_JSON);
    headers.setLeaveMutable(true);
    socket.advance(seq);
    try {
      socket
          .channel(outbound)
          .send(
              MessageBuilder.createMessage(
                  event.getBytes(StandardCharsets.UTF_8), headers.getMessageHeaders()));
    } catch (MessageDeliveryException e) {
      log.debug("socket {} is gone", socket.id(), e);
    }
  }
}
