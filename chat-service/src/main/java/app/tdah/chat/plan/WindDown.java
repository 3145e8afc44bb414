package app.tdah.chat.plan;

import app.tdah.chat.task.TaskView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of a day.
 *
 * @param done what was done today
 * @param carriesOver what was meant for today and goes on tomorrow; nothing is lost
 * @param tomorrow the one thing for tomorrow; null when nothing waits
 * @param why in the user's language, why this one; null when it is decided
 * @param chosen whether it is decided already
 */
public record WindDown(
    LocalDate date,
    List<TaskView> done,
    List<TaskView> carriesOver,
    @Nullable TaskView tomorrow,
    @Nullable String why,
    boolean chosen) {}
