package app.tdah.oauth.integration;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets an account at once; handing the grant back to the provider may take longer. */
@Service
class Disconnect {

  private final Integrations integrations;
  private final Tokens tokens;
  private final Revocations revocations;
  private final Announcements announcements;

  Disconnect(
      Integrations integrations,
      Tokens tokens,
      Revocations revocations,
      Announcements announcements) {
    this.integrations = integrations;
    this.tokens = tokens;
    this.revocations = revocations;
    this.announcements = announcements;
  }

  @Transactional
  public void disconnect(UUID id, UUID userId) {
    Integration integration = integrations.require(id, userId);
    Optional<String> token =
        tokens
            .find(id)
            .map(stored -> Optional.ofNullable(stored.refreshToken()).orElse(stored.accessToken()));
    String accountIndex = integrations.remove(id, userId).orElseThrow(IntegrationNotFound::new);
    token.ifPresent(it -> revocations.add(userId, integration.provider(), accountIndex, it));
    announcements.disconnected(integration);
  }
}
