package app.tdah.user.phone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PhoneNumbers extends Repository<PhoneNumber, UUID> {

  List<PhoneNumber> findByUserIdOrderById(UUID userId);

  Optional<PhoneNumber> findByIdAndUserId(UUID id, UUID userId);

  Optional<PhoneNumber> findByUserIdAndNumberIndex(UUID userId, String numberIndex);

  Optional<PhoneNumber> findByUserIdAndPrimaryTrue(UUID userId);

  Optional<PhoneNumber> findFirstByUserIdAndVerifiedAtNotNullOrderByVerifiedAt(UUID userId);

  boolean existsByNumberIndexAndVerifiedAtNotNull(String numberIndex);

  PhoneNumber saveAndFlush(PhoneNumber number);

  void delete(PhoneNumber number);

  void flush();
}
