package app.tdah.defaults.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text of a request that PostgreSQL could not store, a NUL in it, is refused at its field. */
final class StorableText extends StdScalarDeserializer<String> {

  StorableText() {
    super(String.class);
  }

  static SimpleModule module() {
    return new SimpleModule("storable-text").addDeserializer(String.class, new StorableText());
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text != null && text.indexOf('\0') >= 0) {
      context.reportInputMismatch(this, "text holds a NUL character");
    }
    return text;
  }
}
