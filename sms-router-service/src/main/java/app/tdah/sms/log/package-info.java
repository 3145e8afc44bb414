/** What a user sees of their own texts. */
@NullMarked
package app.tdah.sms.log;

import org.jspecify.annotations.NullMarked;
