package app.tdah.chat.breakdown;

/** A step that somebody could take, and how long it may take. */
public record ProposedStep(String title, int minutes) {}
