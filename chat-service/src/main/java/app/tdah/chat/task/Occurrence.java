package app.tdah.chat.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When something is due: at a moment or on a day. */
record Occurrence(@Nullable Instant at, @Nullable LocalDate on) {}
