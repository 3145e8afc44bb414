package app.tdah.defaults.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the keyset file; a service without readable keys does not start. */
@AutoConfiguration
@EnableConfigurationProperties(CryptoProperties.class)
@Import(EncryptedStringConverter.class)
public class CryptoAutoConfiguration {

  @Bean
  FieldCipher fieldCipher(CryptoProperties properties) {
    Path file = properties.keysetFile();
    try {
      JsonNode keysets = JsonMapper.shared().readTree(Files.readString(file));
      return new FieldCipher(
          keyset(keysets, "aead").getPrimitive(TinkConfig2026.get(), Aead.class),
          keyset(keysets, "prf").getPrimitive(TinkConfig2026.get(), PrfSet.class));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "no usable keyset in assistant.encryption.keyset-file " + file, e);
    }
  }

  private static KeysetHandle keyset(JsonNode keysets, String name)
      throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        keysets.path(name).toString(), TinkConfig2026.get(), InsecureSecretKeyAccess.get());
  }
}
