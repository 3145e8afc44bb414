package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.fault.Faults;
import app.tdah.devstack.simulator.fault.Vendor;
import app.tdah.devstack.simulator.http.Json;
import app.tdah.devstack.simulator.http.Problem;
import app.tdah.devstack.simulator.http.Request;
import app.tdah.devstack.simulator.http.Response;
import app.tdah.devstack.simulator.http.Router;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Calendar API v3 for the primary calendar. */
final class CalendarApi {
  private static final String BASE = "/google/calendar/v3";
  private static final String EVENTS = BASE + "/calendars/{calendar}/events";
  private static final String EVENT = EVENTS + "/{event}";

  private final Calendars calendars;
  private final Grants grants;
  private final Faults faults;

  CalendarApi(Calendars calendars, Grants grants, Faults faults) {
    this.calendars = calendars;
    this.grants = grants;
    this.faults = faults;
  }

  void register(Router router) {
    router
        .get(BASE + "/users/me/calendarList", this::calendarList)
        .get(EVENTS, this::list)
        .post(EVENTS, this::insert)
        .get(EVENT, this::get)
        .patch(EVENT, this::patch)
        .delete(EVENT, this::delete);
  }

  private Response calendarList(Request request) {
    Calendar calendar = calendars.of(account(request, Scopes::listsCalendars));
    ObjectNode json =
        Json.object()
            .put("kind", "calendar#calendarList")
            .put("etag", "\"p1\"")
            .put("nextSyncToken", "simulated");
    ObjectNode entry =
        json.putArray("items")
            .addObject()
            .put("kind", "calendar#calendarListEntry")
            .put("etag", "\"1\"")
            .put("id", calendar.account())
            .put("summary", calendar.account())
            .put("timeZone", calendar.zone().getId())
            .put("colorId", "14")
            .put("backgroundColor", "#9fe1e7")
            .put("foregroundColor", "#000000")
            .put("selected", true)
            .put("accessRole", "owner")
            .put("primary", true);
    entry.putArray("defaultReminders").addObject().put("method", "popup").put("minutes", 30);
    return Response.json(200, json);
  }

  private Response list(Request request) {
    Calendar calendar = calendar(request, Scopes::readsCalendar);
    return Response.json(200, new EventList(calendar, request.query()).json());
  }

  private Response get(Request request) {
    Calendar calendar = calendar(request, Scopes::readsCalendar);
    return calendar
        .find(request.variable("event"))
        .map(event -> Response.json(200, event.resource()))
        .orElseThrow(GoogleError::notFound);
  }

  private Response insert(Request request) {
    Calendar calendar = calendar(request, Scopes::writesCalendar);
    return Response.json(200, calendar.insert(body(request)));
  }

  private Response patch(Request request) {
    Calendar calendar = calendar(request, Scopes::writesCalendar);
    String ifMatch = request.header("If-Match").orElse(null);
    return Response.json(200, calendar.patch(request.variable("event"), body(request), ifMatch));
  }

  private Response delete(Request request) {
    Calendar calendar = calendar(request, Scopes::writesCalendar);
    calendar.delete(request.variable("event"), request.header("If-Match").orElse(null));
    return Response.empty(204);
  }

  private Calendar calendar(Request request, Predicate<Set<String>> scope) {
    String account = account(request, scope);
    String id = request.variable("calendar");
    if (!id.equals("primary") && !id.equals(account)) {
      throw GoogleError.notFound();
    }
    return calendars.of(account);
  }

  private String account(Request request, Predicate<Set<String>> scope) {
    boolean syncs = request.query().has("syncToken");
    // A 400 is for the token endpoint, and a 410 only ever answers a sync token.
    Fault fault =
        faults.take(
            Vendor.GOOGLE,
            it -> it.status() == null || (it.status() == 410 ? syncs : it.status() != 400));
    fault.pause();
    if (fault.status() != null) {
      throw GoogleError.of(fault.status(), fault);
    }
    Grants.Access access =
        request.bearer().flatMap(grants::access).orElseThrow(GoogleError::invalidCredentials);
    if (!scope.test(access.scopes())) {
      throw GoogleError.insufficientScopes();
    }
    return access.account();
  }

  private static ObjectNode body(Request request) {
    try {
      return request.json();
    } catch (Problem e) {
      throw GoogleError.bad("body", "Parse Error");
    }
  }
}
