package app.tdah.session.device;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.session.origin.Places;
import app.tdah.session.origin.UserAgent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Session")
record SessionView(
    UUID id,
    @Nullable String deviceName,
    @Schema(description = "given by the user") @Nullable String name,
    @Nullable String browser,
    @Nullable String system,
    String address,
    @Schema(description = "roughly, when a place database is configured") @Nullable String place,
    Instant createdAt,
    Instant lastSeenAt,
    @Schema(description = "how the user signed in, RFC 8176") List<String> amr,
    @Schema(description = "whether the user says that the device is theirs") boolean trusted,
    boolean current) {

  static SessionView from(
      ListSessions.Seen seen, CurrentUser viewer, Places places, Locale language) {
    UserSession session = seen.session();
    UserAgent agent = UserAgent.parse(session.userAgent());
    return new SessionView(
        session.id(),
        session.deviceName(),
        session.name(),
        agent.browser(),
        agent.system(),
        session.address(),
        places.text(session.address(), language),
        session.startedAt(),
        seen.at(),
        session.amr(),
        session.trusted(),
        session.id().equals(viewer.sessionId()));
  }
}
