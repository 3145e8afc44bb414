package app.tdah.session.device;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PendingRevocations extends Repository<PendingRevocation, UUID> {

  PendingRevocation save(PendingRevocation revocation);

  /** A statement of its own, for the sweep of another replica may be faster. */
  @Modifying
  @Query("delete from PendingRevocation p where p.sessionId = :sessionId")
  int remove(UUID sessionId);

  /** Those that another replica works on are left out. */
  @Query(
      value =
          "select * from pending_revocations order by revoked_at limit 100 for update skip locked",
      nativeQuery = true)
  List<PendingRevocation> lockSome();
}
