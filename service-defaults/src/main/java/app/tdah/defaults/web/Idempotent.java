package app.tdah.defaults.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A create that may be repeated with the same {@code Idempotency-Key}: the work and its answer are
 * committed in one transaction, and a repetition by the same user gets that answer. The method
 * returns a {@code ResponseEntity}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /** The request header. */
  String HEADER = "Idempotency-Key";
}
