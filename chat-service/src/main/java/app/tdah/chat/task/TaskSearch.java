package app.tdah.chat.task;

import app.tdah.chat.person.People;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists a user's tasks by what they are. Only the conditions that matter are asked. */
@Component
class TaskSearch {

  private final EntityManager entities;
  private final People people;

  TaskSearch(EntityManager entities, People people) {
    this.entities = entities;
    this.people = people;
  }

  List<Task> page(
      UUID userId, TaskFilter filter, LocalDate today, @Nullable UUID after, int limit) {
    Map<String, Object> values = new HashMap<>();
    StringBuilder sql = new StringBuilder("select t.* from tasks t where t.user_id = :user");
    values.put("user", userId);
    sql.append(" and t.status in (:statuses)");
    values.put("statuses", filter.statuses().stream().map(TaskStatus::name).toList());
    narrow(sql, values, "lower(t.project) = :project", "project", lower(filter.project()));
    narrow(
        sql,
        values,
        "exists (select 1 from unnest(t.tags) tag where lower(tag) = :tag)",
        "tag",
        lower(filter.tag()));
    narrow(sql, values, "lower(t.context) = :context", "context", lower(filter.context()));
    narrow(sql, values, "t.parent_id = :parent", "parent", filter.parentId());
    narrow(sql, values, "(t.title ilike :words or t.notes ilike :words)", "words", like(filter));
    today(sql, values, userId, filter, today);
    order(sql, values, filter, after);
    return rows(sql.toString(), values, limit);
  }

  private static void narrow(
      StringBuilder sql,
      Map<String, Object> values,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      values.put(name, value);
    }
  }

  private void today(
      StringBuilder sql,
      Map<String, Object> values,
      UUID userId,
      TaskFilter filter,
      LocalDate today) {
    if (filter.today()) {
      sql.append(
          " and (t.due_date <= :today or t.due_at < :tomorrow or t.not_before <= :today)"
              + " and (t.not_before is null or t.not_before <= :today)");
      values.put("today", today);
      values.put("tomorrow", today.plusDays(1).atStartOfDay(people.zoneOf(userId)).toInstant());
    }
  }

  private static void order(
      StringBuilder sql, Map<String, Object> values, TaskFilter filter, @Nullable UUID after) {
    if (filter.byPosition()) {
      narrow(
          sql,
          values,
          "(t.position, t.id) > (select position, id from tasks where id = :after)",
          "after",
          after);
      sql.append(" order by t.position, t.id");
    } else {
      narrow(sql, values, "t.id < :after", "after", after);
      sql.append(" order by t.id desc");
    }
  }

  @SuppressWarnings("unchecked")
  private List<Task> rows(String sql, Map<String, Object> values, int limit) {
    Query query = entities.createNativeQuery(sql, Task.class).setMaxResults(limit);
    values.forEach(query::setParameter);
    return query.getResultList();
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String like(TaskFilter filter) {
    String words = filter.words();
    return words == null || words.isBlank()
        ? null
        : "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
