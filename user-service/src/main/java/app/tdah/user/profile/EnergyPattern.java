package app.tdah.user.profile;

/** When a user has most energy. */
enum EnergyPattern {
  MORNING,
  MIDDAY,
  EVENING,
  VARIES
}
