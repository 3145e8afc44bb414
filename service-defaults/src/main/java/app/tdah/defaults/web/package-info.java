/** Problem details, paging, optimistic locking, idempotency and API documents. */
@NullMarked
package app.tdah.defaults.web;

import org.jspecify.annotations.NullMarked;
