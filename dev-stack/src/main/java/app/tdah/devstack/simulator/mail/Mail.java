package app.tdah.devstack.simulator.mail;

import java.time.Instant;

/** A received mail, one per recipient; {@code text} and {@code html} are empty when absent. */
record Mail(String id, String to, String subject, String text, String html, Instant at) {}
