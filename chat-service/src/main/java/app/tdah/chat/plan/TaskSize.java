package app.tdah.chat.plan;

/** How big a task is thought to be. */
enum TaskSize {
  SHORT,
  MEDIUM,
  LONG;

  private static final int SHORT_UP_TO = 15;
  private static final int MEDIUM_UP_TO = 60;

  static TaskSize of(int minutes) {
    return minutes <= SHORT_UP_TO ? SHORT : minutes <= MEDIUM_UP_TO ? MEDIUM : LONG;
  }
}
