package app.tdah.chat.realtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub.
 *
 * @param kept about how many events of a user a client can resume over
 * @param keptFor how long they are kept after the last one
 * @param heartbeat between two signs of life, both ways
 * @param resumeGrace how long a new subscription waits for the client's resume, so that what was
 *     missed comes before what is new
 */
@ConfigurationProperties("assistant.chat.realtime")
record RealtimeProperties(
    @DefaultValue("4000") int kept,
    @DefaultValue("7d") Duration keptFor,
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("200ms") Duration resumeGrace) {}
