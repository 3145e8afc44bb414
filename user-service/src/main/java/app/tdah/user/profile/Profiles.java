package app.tdah.user.profile;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Profiles extends Repository<Profile, UUID> {

  Optional<Profile> findById(UUID id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from Profile p where p.id = :id")
  Optional<Profile> lockById(UUID id);

  Profile saveAndFlush(Profile profile);
}
