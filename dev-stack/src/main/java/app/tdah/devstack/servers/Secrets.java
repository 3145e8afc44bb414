package app.tdah.devstack.servers;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords and keys that are made once, each in a file that only its owner may read. */
public final class Secrets {

  private static final int PASSWORD_BYTES = 24;

  private final Path directory;
  private final SecureRandom random = new SecureRandom();

  /** Keeps its files in this directory, which is made when it is missing. */
  public Secrets(Path directory) throws IOException {
    this.directory = Directories.makePrivate(directory);
  }

  /** The file with a password of this name; the password is hexadecimal digits. */
  public Path passwordFile(String name) throws IOException {
    Path file = directory.resolve(name + "-password");
    if (!Files.exists(file)) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      random.nextBytes(bytes);
      write(file, HexFormat.of().formatHex(bytes));
    }
    return file;
  }

  /** The password of this name. */
  public String password(String name) throws IOException {
    return Files.readString(passwordFile(name)).strip();
  }

  /** The services' field encryption keys: two Tink keysets, {@code aead} and {@code prf}. */
  public Path keysetFile() throws IOException {
    Path file = directory.resolve("keyset.json");
    if (!Files.exists(file)) {
      try {
        AeadConfig.register();
        PrfConfig.register();
        write(
            file,
            "{\"aead\":%s,\"prf\":%s}"
                .formatted(
                    keyset(PredefinedAeadParameters.AES256_GCM),
                    keyset(PredefinedPrfParameters.HMAC_SHA256_PRF)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("no keyset can be made", e);
      }
    }
    return file;
  }

  private static String keyset(Parameters parameters) throws GeneralSecurityException {
    Configuration tink = RegistryConfiguration.get();
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        KeysetHandle.generateNew(parameters, tink), tink, InsecureSecretKeyAccess.get());
  }

  private void write(Path file, String text) throws IOException {
    Path fresh =
        Files.createTempFile(
            directory,
            "new",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
