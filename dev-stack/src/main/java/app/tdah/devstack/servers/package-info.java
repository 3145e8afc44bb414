/** PostgreSQL, Redis and Kafka as child processes, and what the suite needs in them. */
@NullMarked
package app.tdah.devstack.servers;

import org.jspecify.annotations.NullMarked;
