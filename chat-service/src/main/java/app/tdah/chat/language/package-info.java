/**
 * Understands lines of English, Spanish and Portuguese: quick-add, dates in words, and what the
 * user wants.
 */
@NullMarked
package app.tdah.chat.language;

import org.jspecify.annotations.NullMarked;
