package app.tdah.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/**
 * The sessions as the gateway sees them in Redis: hash {@code session:{sid}}, set {@code
 * user-sessions:{userId}}, and {@code ended-session:{sid}}, which keeps a refresh that runs at the
 * same time from bringing an ended session back.
 */
@Component
class LiveSessions {

  private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);
  private static final Duration END_REMEMBERED = Duration.ofDays(1);

  private final StringRedisTemplate redis;
  private final RedisScript<Long> write = script("redis/write-session.lua");
  private final RedisScript<Long> end = script("redis/end-session.lua");

  LiveSessions(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /** What became of a write. */
  enum Write {
    DONE,
    /** Somebody ended the session, and the database will learn of it. */
    ENDED,
    UNAVAILABLE
  }

  Write write(RefreshFamily family, Instant now) {
    Duration left = Duration.between(now, family.expiresAt());
    List<String> arguments = new ArrayList<>();
    arguments.add(family.id().toString());
    arguments.add(Long.toString(Math.max(1, left.toSeconds())));
    Device device = family.device();
    put(arguments, "userId", family.accountId().toString());
    put(arguments, "deviceName", Objects.requireNonNullElse(device.name(), ""));
    put(arguments, "userAgent", Objects.requireNonNullElse(device.userAgent(), ""));
    put(arguments, "address", device.address());
    put(arguments, "createdAt", Long.toString(family.startedAt().toEpochMilli()));
    put(arguments, "lastSeenAt", Long.toString(family.lastUsedAt().toEpochMilli()));
    put(arguments, "amr", String.join(",", family.amr()));
    Instant rolesSince = family.rolesSince();
    if (rolesSince != null) {
      put(arguments, "rolesSince", Long.toString(rolesSince.getEpochSecond()));
    }
    try {
      Long written =
          redis.execute(write, keys(family.id(), family.accountId()), arguments.toArray());
      return Objects.equals(written, 0L) ? Write.ENDED : Write.DONE;
    } catch (DataAccessException e) {
      log.warn("session {} is not in Redis yet: {}", family.id(), e.getMessage());
      return Write.UNAVAILABLE;
    }
  }

  /** Shuts the gateway for a session and closes its sockets; false when Redis cannot be reached. */
  boolean end(UUID sessionId, UUID userId) {
    try {
      redis.execute(
          end,
          keys(sessionId, userId),
          sessionId.toString(),
          Long.toString(END_REMEMBERED.toSeconds()));
      return true;
    } catch (DataAccessException e) {
      log.warn("session {} is still in Redis: {}", sessionId, e.getMessage());
      return false;
    }
  }

  private static List<String> keys(UUID sessionId, UUID userId) {
    return List.of("ended-session:" + sessionId, "session:" + sessionId, "user-sessions:" + userId);
  }

  private static void put(List<String> arguments, String field, String value) {
    arguments.add(field);
    arguments.add(value);
  }

  private static RedisScript<Long> script(String path) {
    return RedisScript.of(new ClassPathResource(path), Long.class);
  }
}
