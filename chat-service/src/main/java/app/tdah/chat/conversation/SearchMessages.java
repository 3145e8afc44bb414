package app.tdah.chat.conversation;

import app.tdah.defaults.web.CursorRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what was said, by words in English, Spanish or Portuguese, with or without their accents.
 */
@Component
public class SearchMessages {

  /** Marks what matched; neither occurs in texts. */
  private static final String HEADLINE =
      "HighlightAll=true, StartSel=" + Snippet.START + ", StopSel=" + Snippet.STOP;

  private final JdbcClient jdbc;

  SearchMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message that was found.
   *
   * @param title of its conversation
   * @param content whole
   * @param marked the content without accents, with marks around what matched, by each language
   */
  public record Found(
      UUID id,
      UUID conversationId,
      @Nullable String title,
      Message.Role role,
      Instant createdAt,
      String content,
      List<String> marked) {}

  /**
   * The user's messages with all of the words, the newest first; words in quotes stand together.
   */
  @Transactional(readOnly = true)
  public List<Found> search(UUID userId, String words, CursorRequest cursor) {
    return jdbc.sql(
            """
            with asked as (
              select websearch_to_tsquery('english', unaccented(:words))
                  || websearch_to_tsquery('spanish', unaccented(:words))
                  || websearch_to_tsquery('portuguese', unaccented(portuguese_singular(:words)))
                  || websearch_to_tsquery('simple', unaccented(:words)) as query),
            found as materialized (
              select m.* from messages m, asked
               where m.search @@ (asked.query && cast(:owner as tsquery)) and m.user_id = :user
                 and (cast(:after as uuid) is null or m.id < :after)
               order by m.id desc limit :limit)
            select f.id, f.conversation_id, c.title, f.role, f.created_at, f.content,
                   array(select ts_headline(config, unaccented(f.content), asked.query, :headline)
                           from unnest(cast('{english,spanish,portuguese,simple}' as regconfig[]))
                             as config) as marked
              from found f join conversations c on c.id = f.conversation_id, asked
             order by f.id desc
            """)
        .param("words", words)
        .param("owner", "'user:" + userId + "'")
        .param("user", userId)
        .param("after", cursor.after())
        .param("limit", cursor.fetch())
        .param("headline", HEADLINE)
        .query(SearchMessages::row)
        .list();
  }

  private static Found row(ResultSet row, int number) throws SQLException {
    return new Found(
        row.getObject("id", UUID.class),
        row.getObject("conversation_id", UUID.class),
        row.getString("title"),
        Message.Role.valueOf(row.getString("role")),
        row.getTimestamp("created_at").toInstant(),
        row.getString("content"),
        List.of((String[]) row.getArray("marked").getArray()));
  }
}
