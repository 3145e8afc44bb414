package app.tdah.defaults.events;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Kafka headers of the CloudEvents 1.0 binary mode, and the two that carry the trace. */
final class EventHeaders {

  static final String ID = "ce_id";
  static final String TYPE = "ce_type";
  static final String SOURCE = "ce_source";
  static final String TIME = "ce_time";
  static final String SUBJECT = "ce_subject";
  static final String SPEC_VERSION = "ce_specversion";
  static final String CORRELATION_ID = "ce_correlationid";
  static final String TRACE_PARENT = "traceparent";
  static final String CONTENT_TYPE = "content-type";

  private EventHeaders() {}

  static void add(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }

  static @Nullable String read(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
