/** How leased rows become work on virtual threads. */
@NullMarked
package app.tdah.sms.work;

import org.jspecify.annotations.NullMarked;
