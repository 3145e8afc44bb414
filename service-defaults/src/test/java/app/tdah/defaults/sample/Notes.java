package app.tdah.defaults.sample;

import app.tdah.defaults.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.stereotype.Component;

/** All that the sample service knows of anybody. */
@Component
public class Notes implements PersonalData {

  public final CopyOnWriteArraySet<UUID> erased = new CopyOnWriteArraySet<>();

  @Override
  public String service() {
    return "sample";
  }

  @Override
  public Object export(UUID userId) {
    // Does not compress, so that it needs several pieces.
    List<String> notes =
        java.util.stream.IntStream.range(0, 20_000)
            .mapToObj(i ->
                UUID.nameUUIDFromBytes(
                        (userId + " " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString())
            .toList();
    return Map.of("notes", notes);
  }

  @Override
  public void erase(UUID userId) {
    erased.add(userId);
  }
}
