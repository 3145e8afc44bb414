package app.tdah.auth.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EmailVerifications extends Repository<EmailVerification, String> {

  EmailVerification save(EmailVerification verification);

  @Query("select v.accountId from EmailVerification v where v.tokenHash = :tokenHash")
  Optional<UUID> findAccountId(String tokenHash);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select v from EmailVerification v where v.tokenHash = :tokenHash")
  Optional<EmailVerification> lock(String tokenHash);

  /** One for each registration with a password of its own. */
  @Query("select distinct v.passwordHash from EmailVerification v where v.accountId = :accountId")
  List<String> passwordHashes(UUID accountId);

  int countByAccountIdAndCreatedAtAfter(UUID accountId, Instant since);

  @Modifying
  @Query("delete from EmailVerification v where v.accountId = :accountId and v.tokenHash <> :kept")
  int deleteOthers(UUID accountId, String kept);

  @Modifying
  @Query("delete from EmailVerification v where v.expiresAt < :before")
  int deleteExpired(Instant before);
}
