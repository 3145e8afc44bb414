package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.http.Json;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The events that a day has before anyone adds one, so that there is something to ask about. */
final class UsualDay {
  private UsualDay() {}

  static List<ObjectNode> today(LocalDate day, ZoneId zone) {
    return List.of(
        event(day, zone, "Stand-up", "09:30", "09:45", null),
        event(day, zone, "Lunch with Sam", "12:30", "13:30", "Corner Café"),
        event(day, zone, "Yoga", "18:30", "19:30", null));
  }

  static List<ObjectNode> tomorrow(LocalDate day, ZoneId zone) {
    return List.of(
        event(day, zone, "Dentist", "10:00", "10:45", "Dr. Rivera, 12 Main Street"),
        event(day, zone, "Team meeting", "15:00", "16:00", null),
        allDay(day, "Recycling day"));
  }

  private static ObjectNode event(
      LocalDate day,
      ZoneId zone,
      String title,
      String start,
      String end,
      @Nullable String location) {
    ObjectNode event = Json.object().put("summary", title);
    if (location != null) {
      event.put("location", location);
    }
    event.set("start", moment(day, start, zone));
    event.set("end", moment(day, end, zone));
    return event;
  }

  private static ObjectNode allDay(LocalDate day, String title) {
    ObjectNode event = Json.object().put("summary", title).put("transparency", "transparent");
    event.putObject("start").put("date", day.toString());
    event.putObject("end").put("date", day.plusDays(1).toString());
    return event;
  }

  private static ObjectNode moment(LocalDate day, String time, ZoneId zone) {
    String text =
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            day.atTime(LocalTime.parse(time)).atZone(zone));
    return Json.object().put("dateTime", text).put("timeZone", zone.getId());
  }
}
