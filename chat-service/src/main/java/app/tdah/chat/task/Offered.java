package app.tdah.chat.task;

/** A task that may be offered today. */
public record Offered(TaskView task, int postponements) {}
