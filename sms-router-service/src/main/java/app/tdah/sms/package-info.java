/** The SMS router: texts in and out, many users on a pool of numbers. */
@NullMarked
package app.tdah.sms;

import org.jspecify.annotations.NullMarked;
