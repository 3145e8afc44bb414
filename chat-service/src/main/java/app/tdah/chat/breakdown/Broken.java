package app.tdah.chat.breakdown;

import app.tdah.chat.task.TaskView;
import java.util.List;

/** A task and all of its steps, done ones too, in order. */
public record Broken(TaskView task, List<TaskView> subtasks) {}
