package app.tdah.chat.assistant;

import java.util.UUID;

/**
 * An accepted message that this replica answers for as long as it holds the lease.
 *
 * @param attempt 1 for the first replica that tries
 */
record Turn(
    UUID assistantMessageId,
    UUID userMessageId,
    UUID conversationId,
    UUID userId,
    UUID leaseToken,
    int attempt) {}
