package app.tdah.chat.focus;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a session shall be. */
public record FocusPlan(@Nullable UUID taskId, FocusMode mode, int minutes, CheckInBy checkInBy) {}
