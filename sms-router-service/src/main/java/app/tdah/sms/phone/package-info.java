/** Who has which verified phone number, as user-service told. */
@NullMarked
package app.tdah.sms.phone;

import org.jspecify.annotations.NullMarked;
