/** What the assistant knows about its users, as they can see, edit, delete and switch off. */
@NullMarked
package app.tdah.chat.memory;

import org.jspecify.annotations.NullMarked;
