/** Steps of a task as a language model proposes them. */
@NullMarked
package app.tdah.chat.assistant.steps;

import org.jspecify.annotations.NullMarked;
