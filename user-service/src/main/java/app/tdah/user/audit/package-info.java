/** The audit log of all services: appended to, searched and verified, never changed. */
@NullMarked
package app.tdah.user.audit;

import org.jspecify.annotations.NullMarked;
