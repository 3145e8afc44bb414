package app.tdah.chat.focus;

import java.time.Instant;
import java.util.UUID;

/** A thought, parked for afterwards. */
public record Distraction(UUID id, String text, Instant at) {}
