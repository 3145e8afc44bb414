package app.tdah.devstack.simulator.fault;

import app.tdah.devstack.simulator.http.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Whom a fault can be switched on for, and which parts of a fault mean something there. */
public enum Vendor {
  GOOGLE("status", "retryAfter", "delayMs"),
  TWILIO("status", "retryAfter", "delayMs", "duplicates", "reorder", "deliveryErrorCode"),
  OPENAI("status", "retryAfter", "delayMs", "cutAfterChunks"),
  SMTP("status", "delayMs");

  private final Set<String> parts;

  Vendor(String... parts) {
    this.parts = Set.of(parts);
  }

  static Vendor named(String name) {
    return Arrays.stream(values())
        .filter(vendor -> vendor.label().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalid("vendor", "The vendor is one of google, twilio, openai, smtp."));
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean knows(String part) {
    return parts.contains(part);
  }
}
