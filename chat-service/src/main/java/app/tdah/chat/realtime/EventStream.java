package app.tdah.chat.realtime;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last events of every user, numbered, in a capped Redis stream whose entry ids are the
 * numbers. While Redis is away events are dropped, and their users are told to read again.
 */
@Component
class EventStream {

  /** Carries {@code userId seq event} of every event to all replicas. */
  static final String CHANNEL = "realtime-events";

  /** Tells a client that the stream does not reach back to what it asks for. */
  static final String RESYNC = "resync";

  /** Where a user begins who has had no event yet. */
  static final long NONE = -1;

  private static final Logger log = LoggerFactory.getLogger(EventStream.class);
  private static final String FIELD = "e";
  private static final int MICROS_PER_MILLI = 1000;

  private final StringRedisTemplate redis;
  private final JsonMapper json;
  private final RealtimeProperties properties;
  private final Clock clock;
  private final RedisScript<String> append =
      RedisScript.of(new ClassPathResource("redis/append-event.lua"), String.class);
  private final Set<UUID> missed = ConcurrentHashMap.newKeySet();
  private volatile boolean away;

  EventStream(
      StringRedisTemplate redis, JsonMapper json, RealtimeProperties properties, Clock clock) {
    this.redis = redis;
    this.json = json;
    this.properties = properties;
    this.clock = clock;
  }

  /** An event that has no number yet; the body is its JSON without the opening and the number. */
  record Draft(UUID userId, String body) {}

  /** A numbered event, as JSON. */
  record Entry(long seq, String json) {}

  Draft draft(UUID userId, String type, Object data) {
    String event = json.writeValueAsString(new Body(type, clock.instant().toString(), data));
    return new Draft(userId, event.substring(1));
  }

  /** Numbers an event and hands it to all replicas, or remembers that its user missed one. */
  void append(Draft draft) {
    if (away) {
      missed.add(draft.userId());
      return;
    }
    try {
      tryAppend(draft);
    } catch (DataAccessException e) {
      log.warn("events are dropped while Redis is away: {}", e.toString());
      away = true;
      missed.add(draft.userId());
    }
  }

  /** What a single socket is told outside the stream, under a number that it already has. */
  String unnumbered(long seq, String type, Object data) {
    return "{\"seq\":" + Math.max(0, seq) + "," + draft(new UUID(0, 0), type, data).body();
  }

  /** The number of the newest event, or {@link #NONE}. */
  long newest(UUID userId) {
    String value = redis.opsForValue().get(counter(userId));
    return value == null ? NONE : Long.parseLong(value);
  }

  /** The numbers of the newest events, in the order of the users. */
  List<Long> newest(List<UUID> userIds) {
    List<@Nullable String> values =
        Objects.requireNonNull(
            redis.opsForValue().multiGet(userIds.stream().map(EventStream::counter).toList()));
    return values.stream().map(value -> value == null ? NONE : Long.parseLong(value)).toList();
  }

  /** All events after a number; null where some of them are not kept any more. */
  @Nullable List<Entry> after(UUID userId, long seq) {
    long newest = newest(userId);
    if (newest == seq) {
      return List.of();
    }
    if (seq > newest) {
      return null;
    }
    List<Entry> entries = read(userId, Math.max(0, seq));
    boolean complete = !entries.isEmpty() && (seq == NONE || entries.getFirst().seq() == seq + 1);
    return complete ? entries : null;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void recover() {
    if (!away) {
      return;
    }
    try {
      newest(new UUID(0, 0));
      away = false;
    } catch (DataAccessException e) {
      return;
    }
    log.info("Redis is back");
    for (UUID user : List.copyOf(missed)) {
      missed.remove(user);
      append(draft(user, RESYNC, java.util.Map.of()));
    }
  }

  private void tryAppend(Draft draft) {
    UUID user = draft.userId();
    redis.execute(
        append,
        List.of(counter(user), events(user)),
        Long.toString(clock.millis() * MICROS_PER_MILLI),
        draft.body(),
        Integer.toString(properties.kept()),
        Long.toString(properties.keptFor().toSeconds()),
        CHANNEL,
        user.toString());
  }

  private List<Entry> read(UUID userId, long after) {
    List<MapRecord<String, Object, Object>> records =
        redis
            .opsForStream()
            .range(
                events(userId),
                Range.rightUnbounded(Range.Bound.exclusive(after + "-0")),
                Limit.unlimited());
    return records.stream().map(EventStream::entry).toList();
  }

  private static Entry entry(MapRecord<String, Object, Object> stored) {
    return new Entry(
        Objects.requireNonNull(stored.getId().getTimestamp()),
        (String) Objects.requireNonNull(stored.getValue().get(FIELD)));
  }

  static String events(UUID userId) {
    return "realtime:" + userId + ":events";
  }

  static String counter(UUID userId) {
    return "realtime:" + userId + ":seq";
  }

  private record Body(String type, String at, Object data) {}
}
