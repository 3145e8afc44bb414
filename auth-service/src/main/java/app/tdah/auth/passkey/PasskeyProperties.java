package app.tdah.auth.passkey;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * For whom passkeys are made.
 *
 * @param publicUrl where people open the app; its host is the relying party id
 * @param origins further origins that may use them, such as those of native apps
 */
@Validated
@ConfigurationProperties("assistant.auth.passkey")
record PasskeyProperties(@NotNull URI publicUrl, @Nullable List<String> origins) {

  String relyingParty() {
    return publicUrl.getHost();
  }

  Set<String> allOrigins() {
    Set<String> all = new LinkedHashSet<>();
    int port = publicUrl.getPort();
    all.add(publicUrl.getScheme() + "://" + publicUrl.getHost() + (port < 0 ? "" : ":" + port));
    if (origins != null) {
      all.addAll(origins);
    }
    return all;
  }
}
