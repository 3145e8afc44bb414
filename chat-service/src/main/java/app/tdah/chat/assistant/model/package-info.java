/** Which models there are, and asking them. */
@NullMarked
package app.tdah.chat.assistant.model;

import org.jspecify.annotations.NullMarked;
