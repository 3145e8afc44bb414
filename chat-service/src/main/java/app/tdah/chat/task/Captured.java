package app.tdah.chat.task;

import app.tdah.chat.language.QuickAddResult;
import java.util.List;

/**
 * A task from one line of text.
 *
 * @param understood which words were read as what
 */
public record Captured(TaskView task, List<QuickAddResult.Understood> understood) {}
