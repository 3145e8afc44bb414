package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Parameters;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import app.tdah.devstack.simulator.store.JsonFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Google's side ({@code /google}) and the owner's hand on it ({@code /api/google}). */
public final class GoogleService implements AutoCloseable {
  /** The OAuth client of the suite, and the time zone that the accounts live in. */
  public record Client(String id, String secret, ZoneId zone) {}

  private record Content(Grants.Content grants, List<Calendar.Content> calendars) {}

  private final JsonFile<Content> file;
  private final Grants grants;
  private final Calendars calendars;
  private final List<Registered> apis;

  private interface Registered {
    void register(Router router);
  }

  public GoogleService(Client client, @Nullable Path directory, Clock clock, Faults faults) {
    this.file = new JsonFile<>(directory, "google.json", Content.class);
    Content content =
        file.load().orElse(new Content(new Grants.Content(List.of(), List.of()), List.of()));
    this.grants = new Grants(clock, content.grants(), this::changed);
    this.calendars = new Calendars(client.zone(), clock, content.calendars(), this::changed);
    this.apis =
        List.of(
            new ConsentApi(client.id(), grants)::register,
            new TokenApi(client.id(), client.secret(), grants, faults)::register,
            new CalendarApi(calendars, grants, faults)::register);
  }

  public void register(Router router) {
    apis.forEach(api -> api.register(router));
    router
        .get("/api/google/events", this::list)
        .post("/api/google/events", this::insert)
        .delete("/api/google/events/{event}", this::delete)
        .post("/api/google/revoke-all", _ -> done(grants::revokeAll))
        .post("/api/google/expire-access-tokens", _ -> done(grants::expireAccessTokens))
        .post(
            "/api/google/expire-sync-tokens",
            _ -> done(() -> calendars.all().forEach(Calendar::expireSyncTokens)));
  }

  private Response list(Request request) {
    Parameters order =
        new Parameters(Map.of("orderBy", List.of("startTime"), "maxResults", List.of("2500")));
    return Response.json(
        200,
        Json.object().set("items", new EventList(calendar(request), order).json().path("items")));
  }

  private Response insert(Request request) {
    try {
      return Response.json(201, calendar(request).insert(request.json()));
    } catch (GoogleError e) {
      throw e.asProblem();
    }
  }

  private Response delete(Request request) {
    try {
      calendar(request).delete(request.variable("event"), null);
      return Response.empty(204);
    } catch (GoogleError e) {
      throw e.asProblem();
    }
  }

  private Calendar calendar(Request request) {
    return calendars.of(
        request.query().get("account", Authorization.DEFAULT_ACCOUNT).replace(' ', '+'));
  }

  private static Response done(Runnable action) {
    action.run();
    return Response.empty(204);
  }

  private void changed() {
    file.changed(() ->
        new Content(grants.content(), calendars.all().stream().map(Calendar::content).toList()));
  }

  @Override
  public void close() {
    file.close();
  }
}
