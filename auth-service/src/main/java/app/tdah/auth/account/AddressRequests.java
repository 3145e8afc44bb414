package app.tdah.auth.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AddressRequests extends Repository<AddressRequest, UUID> {

  AddressRequest save(AddressRequest request);

  void delete(AddressRequest request);

  /** The oldest that is due; one that another replica works on is left out. */
  @Query(
      value =
          "select * from address_requests where not_before <= :now order by id limit 1"
              + " for update skip locked",
      nativeQuery = true)
  Optional<AddressRequest> lockNext(Instant now);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from AddressRequest r where r.id = :id")
  Optional<AddressRequest> lock(UUID id);
}
