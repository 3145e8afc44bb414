package app.tdah.user.profile;

/** How a user wants the assistant to talk. */
enum Tone {
  WARM,
  DIRECT,
  PLAYFUL
}
