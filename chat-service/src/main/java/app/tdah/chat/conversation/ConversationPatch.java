package app.tdah.chat.conversation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user changes of a conversation; what is null stays.
 *
 * @param activeLeafId any message: the branch with it is shown, and goes on behind its newest
 *     message
 * @param model one of {@code GET chat/models}
 */
@Schema(name = "ConversationPatch")
record ConversationPatch(
    @Nullable @Size(max = MAX_TITLE) String title,
    @Nullable Boolean archived,
    @Nullable Boolean pinned,
    @Nullable UUID activeLeafId,
    @Nullable @Size(max = 100) String model) {

  static final int MAX_TITLE = 200;
}
