package app.tdah.defaults.crypto;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores a string column encrypted: {@code @Convert(converter = EncryptedStringConverter.class)}.
 */
@Component
@Converter
public class EncryptedStringConverter
    implements AttributeConverter<@Nullable String, @Nullable String> {

  private static final String COLUMN = "column";

  private final FieldCipher cipher;

  EncryptedStringConverter(FieldCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable String attribute) {
    return attribute == null ? null : cipher.encrypt(attribute, COLUMN);
  }

  @Override
  public @Nullable String convertToEntityAttribute(@Nullable String column) {
    return column == null ? null : cipher.decrypt(column, COLUMN);
  }
}
