package app.tdah.auth.account;

import app.tdah.auth.account.CredentialToken.Purpose;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CredentialTokens extends Repository<CredentialToken, String> {

  CredentialToken save(CredentialToken token);

  /** One that can still be used. */
  @Query(
      "select t from CredentialToken t where t.tokenHash = :tokenHash and t.purpose = :purpose"
          + " and t.usedAt is null and t.expiresAt > :now")
  Optional<CredentialToken> findUsable(String tokenHash, Purpose purpose, Instant now);

  /** Uses it up; 1 for the one caller that did, 0 for everybody else. */
  @Modifying
  @Query(
      "update CredentialToken t set t.usedAt = :now where t.tokenHash = :tokenHash"
          + " and t.purpose = :purpose and t.usedAt is null and t.expiresAt > :now")
  int consume(String tokenHash, Purpose purpose, Instant now);

  int countByAccountIdAndPurposeAndCreatedAtAfter(UUID accountId, Purpose purpose, Instant since);

  @Modifying
  @Query("delete from CredentialToken t where t.accountId = :accountId and t.usedAt is null")
  int deleteUnused(UUID accountId);

  @Modifying
  @Query("delete from CredentialToken t where t.expiresAt < :before")
  int deleteExpired(Instant before);
}
