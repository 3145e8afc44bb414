/** Breaks tasks down into steps, the first of them physical and small. */
@NullMarked
package app.tdah.chat.breakdown;

import org.jspecify.annotations.NullMarked;
