package app.tdah.user.notification;

import app.tdah.defaults.web.ETags;
import app.tdah.user.notification.NotificationSettings.Digest;
import app.tdah.user.notification.NotificationSettings.Toggles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Users' notification settings; who has set nothing has the initial ones. */
@Repository
class SettingsStore {

  private final JdbcClient jdbc;

  SettingsStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  NotificationSettings of(UUID userId) {
    return jdbc.sql("select * from notification_settings where user_id = ?")
        .param(userId)
        .query(SettingsStore::read)
        .optional()
        .orElse(NotificationSettings.INITIAL);
  }

  /** Replaces them, when they are still what {@code ifMatch} says. */
  @Transactional
  NotificationSettings put(UUID userId, @Nullable String ifMatch, NotificationSettings wanted) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("notification settings " + userId)
        .query(Integer.class)
        .single();
    ETags.require(ifMatch, of(userId).version());
    return jdbc.sql(
            """
            insert into notification_settings as known (user_id, email, push, sms, in_app, digest,
              digest_at, security_push, security_sms, reminders_email, reminders_push,
              reminders_sms, product_email, product_push, product_sms, version)
            values (:user, :email, :push, :sms, :inApp, :digest, :digestAt, :securityPush,
              :securitySms, :remindersEmail, :remindersPush, :remindersSms, :productEmail,
              :productPush, :productSms, 1)
            on conflict (user_id) do update set email = excluded.email, push = excluded.push,
              sms = excluded.sms, in_app = excluded.in_app, digest = excluded.digest,
              digest_at = excluded.digest_at, security_push = excluded.security_push,
              security_sms = excluded.security_sms, reminders_email = excluded.reminders_email,
              reminders_push = excluded.reminders_push, reminders_sms = excluded.reminders_sms,
              product_email = excluded.product_email, product_push = excluded.product_push,
              product_sms = excluded.product_sms, version = known.version + 1
            returning *
            """)
        .param("user", userId)
        .param("email", wanted.email())
        .param("push", wanted.push())
        .param("sms", wanted.sms())
        .param("inApp", wanted.inApp())
        .param("digest", wanted.digest().name())
        .param("digestAt", wanted.digestAt())
        .param("securityPush", wanted.security().push())
        .param("securitySms", wanted.security().sms())
        .param("remindersEmail", wanted.reminders().email())
        .param("remindersPush", wanted.reminders().push())
        .param("remindersSms", wanted.reminders().sms())
        .param("productEmail", wanted.product().email())
        .param("productPush", wanted.product().push())
        .param("productSms", wanted.product().sms())
        .query(SettingsStore::read)
        .single();
  }

  private static NotificationSettings read(ResultSet row, int number) throws SQLException {
    return new NotificationSettings(
        row.getBoolean("email"),
        row.getBoolean("push"),
        row.getBoolean("sms"),
        row.getBoolean("in_app"),
        Digest.valueOf(row.getString("digest")),
        row.getObject("digest_at", LocalTime.class),
        new Toggles(true, row.getBoolean("security_push"), row.getBoolean("security_sms")),
        new Toggles(
            row.getBoolean("reminders_email"),
            row.getBoolean("reminders_push"),
            row.getBoolean("reminders_sms")),
        new Toggles(
            row.getBoolean("product_email"),
            row.getBoolean("product_push"),
            row.getBoolean("product_sms")),
        row.getLong("version"));
  }
}
