package app.tdah.defaults.crypto;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the keys are.
 *
 * @param keysetFile JSON object with two Tink keysets: {@code aead} (AES256_GCM) and {@code prf}
 *     (HMAC_SHA256_PRF)
 */
@Validated
@ConfigurationProperties("assistant.encryption")
record CryptoProperties(@NotNull Path keysetFile) {}
