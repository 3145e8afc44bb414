/** The turn engine: every accepted message is answered once, by a model with tools. */
@NullMarked
package app.tdah.chat.assistant;

import org.jspecify.annotations.NullMarked;
