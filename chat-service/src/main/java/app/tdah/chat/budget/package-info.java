/** What answers may cost: reserved before a model is asked, settled with the answer. */
@NullMarked
package app.tdah.chat.budget;

import org.jspecify.annotations.NullMarked;
