package app.tdah.user.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries, and the head of their chain. */
@Repository
class AuditEntries {

  private final JdbcClient jdbc;

  AuditEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The end of the chain, which stays so until the end of the transaction. */
  Head lockHead() {
    return head("for update");
  }

  Head head() {
    return head("");
  }

  void add(AuditEntry entry, String hash) {
    jdbc.sql(
            """
            insert into audit_entries (sequence, id, at, service, action, actor, subject, target,
                                       outcome, address_hash, details, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(entry.sequence())
        .param(entry.id())
        .param(Timestamp.from(entry.at()))
        .param(entry.service())
        .param(entry.action())
        .param(entry.actor())
        .param(entry.subject())
        .param(entry.target())
        .param(entry.outcome())
        .param(entry.addressHash())
        .param(entry.details())
        .param(hash)
        .update();
    jdbc.sql("update audit_head set sequence = ?, hash = ?")
        .params(entry.sequence(), hash)
        .update();
  }

  /** Under which name a person stands in the log; made when they first do. */
  UUID pseudonymOf(UUID userId, UUID proposal) {
    jdbc.sql(
            "insert into audit_subjects (user_id, subject) values (?, ?) on conflict (user_id) do nothing")
        .params(userId, proposal)
        .update();
    return jdbc.sql("select subject from audit_subjects where user_id = ?")
        .param(userId)
        .query(UUID.class)
        .single();
  }

  /** Where a person was, as long as they are known. */
  void keepAddress(long sequence, UUID subject, String address) {
    jdbc.sql("insert into audit_addresses (sequence, subject, address) values (?, ?, ?)")
        .params(sequence, subject, address)
        .update();
  }

  /** How far the chain was when an entry was written; empty when it is not there. */
  Optional<Head> at(long sequence) {
    return jdbc.sql("select sequence, hash from audit_entries where sequence = ?")
        .param(sequence)
        .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
        .optional();
  }

  /** Those after a sequence, in order. */
  List<Link> after(long sequence, int limit) {
    return jdbc.sql("select * from audit_entries where sequence > ? order by sequence limit ?")
        .params(sequence, limit)
        .query((row, number) -> new Link(entry(row), row.getString("hash")))
        .list();
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("sequence"),
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("service"),
        row.getString("action"),
        row.getObject("actor", UUID.class),
        row.getObject("subject", UUID.class),
        row.getString("target"),
        row.getString("outcome"),
        row.getString("address_hash"),
        row.getString("details"));
  }

  private Head head(String lock) {
    return jdbc.sql("select sequence, hash from audit_head " + lock)
        .query((row, number) -> new Head(row.getLong(1), row.getString(2)))
        .single();
  }

  record Head(long sequence, String hash) {}

  /** An entry and the hash that is written beside it. */
  record Link(AuditEntry entry, String hash) {}
}
