package app.tdah.session.activity;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SecurityEntries extends Repository<SecurityEntry, UUID> {

  SecurityEntry save(SecurityEntry entry);

  @Query(
      "select e from SecurityEntry e where e.userId = :userId and e.id < :before"
          + " order by e.id desc limit :limit")
  List<SecurityEntry> findBefore(UUID userId, UUID before, int limit);
}
