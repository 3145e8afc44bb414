package app.tdah.chat.realtime;

import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Deletes the stream of a user's events. */
@Component
public class ForgetEvents {

  private final StringRedisTemplate redis;

  ForgetEvents(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /** Fails while Redis is away. */
  public void of(UUID userId) {
    redis.delete(List.of(EventStream.events(userId), EventStream.counter(userId)));
  }
}
