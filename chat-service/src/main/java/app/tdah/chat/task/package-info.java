/** Tasks made for ADHD: captured in one step, one shown at a time, never overdue. */
@NullMarked
package app.tdah.chat.task;

import org.jspecify.annotations.NullMarked;
