package app.tdah.devstack.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test the real PostgreSQL, Redis and Kafka, set up as in the suite and shared by
 * all tests of the JVM. The service's settings come as the {@code ASSISTANT_…} variables that the
 * launcher sets. Tokens of {@link TestTokens} are accepted.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface EmbeddedServers {}
