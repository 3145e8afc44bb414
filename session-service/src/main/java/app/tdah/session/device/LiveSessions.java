package app.tdah.session.device;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The sessions in Redis, which the gateway goes by. While Redis is away, what we ask it is empty.
 */
@Component
class LiveSessions {

  private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);
  private static final Duration END_REMEMBERED = Duration.ofDays(1);

  private final StringRedisTemplate redis;
  private final RedisScript<Long> end =
      RedisScript.of(new ClassPathResource("redis/end-session.lua"), Long.class);

  @SuppressWarnings("rawtypes")
  private final RedisScript<List> lastSeen =
      RedisScript.of(new ClassPathResource("redis/last-seen.lua"), List.class);

  LiveSessions(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /** The ids of a user's sessions; some may be over. */
  Set<UUID> of(UUID userId) {
    try {
      Set<String> members = redis.opsForSet().members("user-sessions:" + userId);
      return members == null
          ? Set.of()
          : members.stream().map(UUID::fromString).collect(Collectors.toSet());
    } catch (DataAccessException e) {
      log.warn("Redis does not tell the sessions: {}", e.getMessage());
      return Set.of();
    }
  }

  /** What Redis holds of a session, if it is live and this user's. */
  Optional<UserSession> find(UUID sessionId, UUID userId) {
    try {
      HashOperations<String, String, String> hashes = redis.opsForHash();
      Map<String, String> fields = hashes.entries("session:" + sessionId);
      return userId.toString().equals(fields.get("userId"))
          ? Optional.of(session(sessionId, userId, fields))
          : Optional.empty();
    } catch (DataAccessException e) {
      log.warn("Redis does not tell session {}: {}", sessionId, e.getMessage());
      return Optional.empty();
    }
  }

  /** When sessions were last used, of those that Redis knows; one round trip. */
  Map<UUID, Instant> lastSeen(List<UUID> sessionIds) {
    Map<UUID, Instant> seen = new HashMap<>();
    if (sessionIds.isEmpty()) {
      return seen;
    }
    try {
      List<?> answers =
          redis.execute(lastSeen, sessionIds.stream().map(id -> "session:" + id).toList());
      for (int i = 0; answers != null && i < answers.size(); i++) {
        Instant at = instant(text(Objects.toString(answers.get(i), "")));
        if (at != null) {
          seen.put(sessionIds.get(i), at);
        }
      }
    } catch (DataAccessException e) {
      log.warn("Redis does not tell when sessions were used: {}", e.getMessage());
    }
    return seen;
  }

  /** Shuts the gateway for a session and closes its sockets; false when Redis cannot be reached. */
  boolean end(UUID sessionId, UUID userId) {
    try {
      redis.execute(
          end,
          List.of("ended-session:" + sessionId, "session:" + sessionId, "user-sessions:" + userId),
          sessionId.toString(),
          Long.toString(END_REMEMBERED.toSeconds()));
      return true;
    } catch (DataAccessException e) {
      log.warn("session {} is still in Redis: {}", sessionId, e.getMessage());
      return false;
    }
  }

  private static UserSession session(UUID id, UUID userId, Map<String, String> fields) {
    return new UserSession(
        id,
        userId,
        text(fields.get("deviceName")),
        text(fields.get("userAgent")),
        fields.getOrDefault("address", ""),
        amr(fields.getOrDefault("amr", "")),
        Objects.requireNonNullElse(instant(fields.get("createdAt")), Instant.EPOCH));
  }

  private static List<String> amr(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  private static @Nullable String text(@Nullable String field) {
    return field == null || field.isEmpty() ? null : field;
  }

  private static @Nullable Instant instant(@Nullable String millis) {
    return millis == null ? null : Instant.ofEpochMilli(Long.parseLong(millis));
  }
}
