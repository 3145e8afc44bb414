package app.tdah.auth.key;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SigningKeys extends Repository<SigningKey, String> {

  List<SigningKey> findAllByOrderByActiveFrom();

  SigningKey save(SigningKey key);

  void delete(SigningKey key);

  /** Makes other replicas wait until this transaction ends. */
  @Query(value = "select id from signing_key_rotation for update", nativeQuery = true)
  Optional<Integer> lockRotation();
}
