/** What to do now and today: scores that explain themselves, and estimates that learn. */
@NullMarked
package app.tdah.chat.plan;

import org.jspecify.annotations.NullMarked;
