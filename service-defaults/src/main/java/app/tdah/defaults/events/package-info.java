/** Transactional outbox and inbox between PostgreSQL and Kafka. */
@NullMarked
package app.tdah.defaults.events;

import org.jspecify.annotations.NullMarked;
