package app.tdah.chat.realtime;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;

/** The open sockets of this replica. */
@Component
class Sockets {

  static final CloseStatus SESSION_ENDED = new CloseStatus(4001, "session ended");
  static final CloseStatus TOKEN_EXPIRED = new CloseStatus(4002, "token expired");

  /** 16,000 characters may take 64 KB, and JSON may escape each of them. */
  private static final int MAX_FRAME = 128 * 1024;

  private final Map<String, Socket> byId = new ConcurrentHashMap<>();
  private final Map<UUID, Set<Socket>> byUser = new ConcurrentHashMap<>();
  private final Clock clock;

  Sockets(Clock clock) {
    this.clock = clock;
  }

  @Nullable Socket byId(@Nullable String id) {
    return id == null ? null : byId.get(id);
  }

  Collection<Socket> ofUser(UUID userId) {
    return byUser.getOrDefault(userId, Set.of());
  }

  Collection<Socket> ofSession(UUID sessionId) {
    return byId.values().stream().filter(socket -> socket.sessionId().equals(sessionId)).toList();
  }

  List<UUID> users() {
    return List.copyOf(byUser.keySet());
  }

  int size() {
    return byId.size();
  }

  @Scheduled(fixedDelayString = "PT1S")
  void closeExpired() {
    Instant now = clock.instant();
    byId.values().stream()
        .filter(socket -> socket.expired(now))
        .forEach(socket -> socket.close(TOKEN_EXPIRED));
  }

  WebSocketHandler watch(WebSocketHandler handler) {
    return new WebSocketHandlerDecorator(handler) {
      @Override
      public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        session.setTextMessageSizeLimit(MAX_FRAME);
        opened(session);
        super.afterConnectionEstablished(session);
      }

      @Override
      public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
          throws Exception {
        closed(session);
        super.afterConnectionClosed(session, status);
      }
    };
  }

  private void opened(WebSocketSession session) {
    Socket socket = new Socket(session, (Caller) Objects.requireNonNull(session.getPrincipal()));
    byId.put(socket.id(), socket);
    byUser.compute(
        socket.userId(),
        (user, sockets) -> {
          Set<Socket> all = sockets == null ? ConcurrentHashMap.newKeySet() : sockets;
          all.add(socket);
          return all;
        });
  }

  private void closed(WebSocketSession session) {
    Socket socket = byId.remove(session.getId());
    if (socket != null) {
      byUser.computeIfPresent(
          socket.userId(),
          (user, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
          });
    }
  }
}
