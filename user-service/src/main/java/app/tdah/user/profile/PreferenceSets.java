package app.tdah.user.profile;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PreferenceSets extends Repository<PreferenceSet, UUID> {

  Optional<PreferenceSet> findById(UUID userId);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select p from PreferenceSet p where p.userId = :userId")
  Optional<PreferenceSet> lockById(UUID userId);

  PreferenceSet saveAndFlush(PreferenceSet preferences);
}
