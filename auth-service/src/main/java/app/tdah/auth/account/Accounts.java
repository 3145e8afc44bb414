package app.tdah.auth.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, UUID> {

  Optional<Account> findById(UUID id);

  Optional<Account> findByEmailIndex(String emailIndex);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Account a where a.emailIndex = :emailIndex")
  Optional<Account> lockByEmailIndex(String emailIndex);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Account a where a.id = :id")
  Optional<Account> lockById(UUID id);

  boolean existsByEmailIndex(String emailIndex);

  Account saveAndFlush(Account account);
}
