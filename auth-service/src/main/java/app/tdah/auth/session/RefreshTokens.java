package app.tdah.auth.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RefreshTokens extends Repository<RefreshToken, String> {

  RefreshToken save(RefreshToken token);

  /** Without loading the token: it must be read after its family is locked. */
  @Query("select t.familyId from RefreshToken t where t.hash = :hash")
  Optional<UUID> findFamilyId(String hash);

  Optional<RefreshToken> findById(String hash);

  @Modifying
  @Query(
      "update RefreshToken t set t.successor = null where t.successor is not null"
          + " and t.spentAt < :before")
  int forgetSuccessors(Instant before);

  @Modifying
  @Query("delete from RefreshToken t where t.expiresAt < :before")
  int deleteExpired(Instant before);
}
