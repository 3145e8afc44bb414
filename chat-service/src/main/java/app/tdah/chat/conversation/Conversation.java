package app.tdah.chat.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of a user with the assistant.
 *
 * @param title null until there is something to name it after
 * @param activeLeafId the message that ends the branch that is shown; null as long as there is none
 * @param model the id of the model that the user chose; null for the default
 * @param activeAt when the last message was accepted
 */
public record Conversation(
    UUID id,
    UUID userId,
    Channel channel,
    @Nullable String title,
    boolean archived,
    boolean pinned,
    @Nullable UUID activeLeafId,
    @Nullable String model,
    long version,
    Instant createdAt,
    Instant activeAt) {}
