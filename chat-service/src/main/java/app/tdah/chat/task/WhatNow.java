package app.tdah.chat.task;

import app.tdah.chat.language.Energy;
import app.tdah.chat.language.Priority;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the one task to show, by a score that can be told in a line. */
final class WhatNow {

  private static final int SOON_HOURS = 3;

  private WhatNow() {}

  /**
   * The best of the offered tasks.
   *
   * @param energy what the user has; null when they did not say
   * @param minutes how much time is free; null when they did not say
   */
  static Optional<Task> choose(
      List<Task> offered, @Nullable Energy energy, @Nullable Integer minutes, ZonedDateTime now) {
    return offered.stream()
        .filter(task -> fits(task, minutes))
        .max(
            Comparator.<Task>comparingDouble(task -> score(task, energy, now))
                .thenComparing(Task::getId, Comparator.reverseOrder()));
  }

  private static boolean fits(Task task, @Nullable Integer minutes) {
    Integer estimate = task.details().estimateMinutes();
    return minutes == null || estimate == null || estimate <= minutes;
  }

  private static double score(Task task, @Nullable Energy energy, ZonedDateTime now) {
    double score = task.status() == TaskStatus.DOING ? 50 : 0;
    score += task.priority() == Priority.HIGH ? 20 : task.priority() == Priority.LOW ? -10 : 0;
    score += urgency(task, now);
    if (energy != null) {
      score -= 8.0 * Math.abs(task.energy().ordinal() - energy.ordinal());
    }
    Integer estimate = task.details().estimateMinutes();
    return estimate != null && estimate <= 10 ? score + 4 : score;
  }

  private static double urgency(Task task, ZonedDateTime now) {
    return switch (reason(task, now)) {
      case SOON -> 40;
      case WAITS -> 30;
      case TODAY -> 25;
      case TOMORROW -> 8;
      case STARTED, IMPORTANT, SHORT, NEXT -> 0;
    };
  }

  /** Why this task, in one word. */
  static Reason reason(Task task, ZonedDateTime now) {
    LocalDate day = dueDay(task, now);
    if (task.details().dueAt() != null) {
      long hours = Duration.between(now.toInstant(), task.details().dueAt()).toHours();
      if (hours >= 0 && hours < SOON_HOURS) {
        return Reason.SOON;
      }
    }
    if (day != null && day.isBefore(now.toLocalDate())) {
      return Reason.WAITS;
    }
    if (day != null && day.equals(now.toLocalDate())) {
      return Reason.TODAY;
    }
    if (task.status() == TaskStatus.DOING) {
      return Reason.STARTED;
    }
    if (task.priority() == Priority.HIGH) {
      return Reason.IMPORTANT;
    }
    if (day != null && day.equals(now.toLocalDate().plusDays(1))) {
      return Reason.TOMORROW;
    }
    Integer estimate = task.details().estimateMinutes();
    return estimate != null && estimate <= 10 ? Reason.SHORT : Reason.NEXT;
  }

  private static @Nullable LocalDate dueDay(Task task, ZonedDateTime now) {
    TaskDetails details = task.details();
    return details.dueAt() == null
        ? details.dueDate()
        : details.dueAt().atZone(now.getZone()).toLocalDate();
  }

  /** Reasons, told without blame: nothing is ever overdue. */
  enum Reason {
    SOON("It is due soon.", "Vence pronto.", "Vence em breve."),
    WAITS("It has been waiting for you.", "Te está esperando.", "Está à sua espera."),
    TODAY("It is meant for today.", "Es para hoy.", "É para hoje."),
    STARTED("You have already started it.", "Ya la empezaste.", "Você já começou."),
    IMPORTANT(
        "You marked it as important.",
        "La marcaste como importante.",
        "Você marcou como importante."),
    TOMORROW("It is due tomorrow.", "Es para mañana.", "É para amanhã."),
    SHORT("It only takes a few minutes.", "Solo lleva unos minutos.", "Leva só alguns minutos."),
    NEXT(
        "It is the next one you wrote down.",
        "Es la siguiente que anotaste.",
        "É a próxima que você anotou.");

    private final String english;
    private final String spanish;
    private final String portuguese;

    Reason(String english, String spanish, String portuguese) {
      this.english = english;
      this.spanish = spanish;
      this.portuguese = portuguese;
    }

    String in(String language) {
      return switch (language) {
        case "es" -> spanish;
        case "pt" -> portuguese;
        default -> english;
      };
    }
  }
}
