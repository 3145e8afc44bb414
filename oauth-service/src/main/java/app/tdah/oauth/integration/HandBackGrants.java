package app.tdah.oauth.integration;

import app.tdah.defaults.ids.Ids;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands back what a user has granted who is about to be erased. Until the provider has taken it
 * back, a revocation holds nothing but the encrypted token: it stands for nobody.
 */
@Component
public class HandBackGrants {

  private static final String NO_ACCOUNT = "erased";

  private final Tokens tokens;
  private final Revocations revocations;
  private final JdbcClient jdbc;

  HandBackGrants(Tokens tokens, Revocations revocations, JdbcClient jdbc) {
    this.tokens = tokens;
    this.revocations = revocations;
    this.jdbc = jdbc;
  }

  /** In the transaction that deletes the integrations. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void of(UUID userId) {
    Map<UUID, String> providers =
        jdbc
            .sql("select id, provider from integrations where user_id = ?")
            .param(userId)
            .query((row, number) ->
                Map.entry(row.getObject("id", UUID.class), row.getString("provider")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    providers.forEach((id, provider) ->
        tokens
            .find(id)
            .map(stored -> Optional.ofNullable(stored.refreshToken()).orElse(stored.accessToken()))
            .ifPresent(token -> revocations.add(Ids.next(), provider, NO_ACCOUNT, token)));
    jdbc.sql(
            "update revocations set user_id = gen_random_uuid(), account_index = ? where user_id = ?")
        .params(NO_ACCOUNT, userId)
        .update();
  }
}
