package app.tdah.oauth.integration;

import app.tdah.oauth.provider.Capability;
import app.tdah.oauth.provider.Providers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An integration in the API. */
record IntegrationBody(
    UUID id,
    String provider,
    String account,
    List<String> capabilities,
    Integration.Status status,
    @Nullable Instant lastSyncedAt,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable String advice) {

  static IntegrationBody from(Integration it, Providers providers) {
    return new IntegrationBody(
        it.id(),
        it.provider(),
        it.account(),
        it.granted().stream().map(Capability::wireName).sorted().toList(),
        it.status(),
        it.lastSyncedAt(),
        it.lastError(),
        it.createdAt(),
        it.advice(providers.require(it.provider()).name()));
  }
}
