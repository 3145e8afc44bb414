package app.tdah.defaults.sample;

import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.security.PublicEndpoints;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.Idempotent;
import app.tdah.events.UserEvent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service that uses every default. */
@SpringBootApplication
public class SampleService {

  @Bean
  PublicEndpoints publicEndpoints() {
    return new PublicEndpoints("/api/v1/open");
  }

  /** Writes down what it is told, and chokes on the name {@code poison}. */
  @Component
  public static class Listener implements EventHandler<UserEvent.ProfileUpdated> {

    public final List<UserEvent.ProfileUpdated> heard = new CopyOnWriteArrayList<>();
    public final AtomicInteger calls = new AtomicInteger();

    @Override
    public Class<UserEvent.ProfileUpdated> eventType() {
      return UserEvent.ProfileUpdated.class;
    }

    @Override
    public void handle(UserEvent.ProfileUpdated event, EventMetadata metadata) {
      calls.incrementAndGet();
      if (event.displayName().equals("poison")) {
        throw new IllegalArgumentException("cannot digest this");
      }
      heard.add(event);
    }
  }

  /** Endpoints to be misused. */
  @RestController
  static class Things {

    private final AtomicInteger created = new AtomicInteger();

    record NewThing(@NotBlank @Size(max = 20) String name) {}

    @GetMapping("/api/v1/open")
    String open() {
      return "open";
    }

    @GetMapping("/api/v1/me")
    UUID me(CurrentUser user) {
      return user.id();
    }

    @PostMapping("/api/v1/things")
    @Idempotent
    ResponseEntity<Integer> create(CurrentUser user, @Valid @RequestBody NewThing thing) {
      return ResponseEntity.status(HttpStatus.CREATED).body(created.incrementAndGet());
    }

    @GetMapping("/api/v1/things")
    CursorPage<String> list(CursorRequest page) {
      List<UUID> all = IntStream.range(0, 5).mapToObj(i -> new UUID(0, i)).toList();
      UUID after = page.after();
      List<UUID> rows =
          all.stream()
              .filter(id -> after == null || id.compareTo(after) > 0)
              .limit(page.fetch())
              .toList();
      return CursorPage.of(rows, page, id -> id, UUID::toString);
    }

    @PutMapping("/api/v1/things/{id}")
    String update(
        @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
      ETags.require(ifMatch, 3);
      return "updated";
    }

    @GetMapping("/api/v1/broken")
    String broken() {
      throw new IllegalStateException("a secret of the implementation");
    }
  }
}
