/** Our own model: deterministic, without key or network, in English, Spanish and Portuguese. */
@NullMarked
package app.tdah.chat.assistant.model.local;

import org.jspecify.annotations.NullMarked;
