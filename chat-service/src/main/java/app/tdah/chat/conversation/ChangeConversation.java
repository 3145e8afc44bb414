package app.tdah.chat.conversation;

import app.tdah.defaults.web.ETags;
import app.tdah.defaults.web.InvalidField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Renames, archives and pins a conversation, and switches between its branches. */
@Component
class ChangeConversation {

  private final Conversations conversations;
  private final Branches branches;
  private final ModelChoice choice;

  ChangeConversation(Conversations conversations, Branches branches, ModelChoice choice) {
    this.conversations = conversations;
    this.branches = branches;
    this.choice = choice;
  }

  /**
   * Changes what the patch names.
   *
   * @throws ConversationNotFound when it is not the user's
   */
  @Transactional
  public Conversation change(
      UUID userId, UUID id, @Nullable String ifMatch, ConversationPatch patch) {
    Conversation current = conversations.require(userId, id);
    ETags.require(ifMatch, current.version());
    ConversationPatch checked =
        new ConversationPatch(
            title(patch.title()),
            patch.archived(),
            patch.pinned(),
            leaf(id, patch.activeLeafId()),
            model(patch.model()));
    if (!conversations.change(current, checked)) {
      throw new OptimisticLockingFailureException("conversation " + id);
    }
    return conversations.require(userId, id);
  }

  private static @Nullable String title(@Nullable String title) {
    if (title != null && title.isBlank()) {
      throw new InvalidField("title", "must not be blank");
    }
    return title == null ? null : title.strip();
  }

  private @Nullable String model(@Nullable String id) {
    if (id != null && !choice.has(id)) {
      throw new InvalidField("model", "must be one of GET chat/models");
    }
    return id;
  }

  private @Nullable UUID leaf(UUID conversationId, @Nullable UUID messageId) {
    if (messageId == null) {
      return null;
    }
    return branches
        .newestLeafBelow(conversationId, messageId)
        .orElseThrow(
            () -> new InvalidField("activeLeafId", "must be a message of this conversation"));
  }
}
