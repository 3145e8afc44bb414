package app.tdah.chat.plan;

import java.time.Instant;

/** Time that is taken. */
public record Busy(String title, Instant startAt, Instant endAt) {}
