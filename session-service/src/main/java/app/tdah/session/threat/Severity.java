package app.tdah.session.threat;

/** How bad it would be if it is what it looks like. */
enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL
}
