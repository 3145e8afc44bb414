package app.tdah.user.phone;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A user's numbers: listing them, choosing the primary one, removing one. */
@Service
class PhoneBook {

  private final PhoneNumbers numbers;
  private final PhoneLocks locks;
  private final PhoneEvents events;

  PhoneBook(PhoneNumbers numbers, PhoneLocks locks, PhoneEvents events) {
    this.numbers = numbers;
    this.locks = locks;
    this.events = events;
  }

  @Transactional(readOnly = true)
  List<PhoneNumber> list(UUID userId) {
    return numbers.findByUserIdOrderById(userId);
  }

  @Transactional(readOnly = true)
  Optional<String> primary(UUID userId) {
    return numbers.findByUserIdAndPrimaryTrue(userId).map(PhoneNumber::number);
  }

  /** Whether a number of the user's can be a factor or a way back in by now. */
  @Transactional(readOnly = true)
  boolean protects(UUID userId) {
    return numbers.findFirstByUserIdAndVerifiedAtNotNullOrderByVerifiedAt(userId).isPresent();
  }

  /**
   * @throws PhoneNumberNotFound when the user has no such number
   * @throws PhoneNumberNotVerified when it is not proven yet
   */
  @Transactional
  PhoneNumber makePrimary(UUID userId, UUID id) {
    PhoneNumber chosen = lockedNumber(userId, id);
    if (!chosen.verified()) {
      throw new PhoneNumberNotVerified();
    }
    if (!chosen.primary()) {
      numbers.findByUserIdAndPrimaryTrue(userId).ifPresent(this::demote);
      promote(chosen);
      events.chosen(chosen);
    }
    return chosen;
  }

  /**
   * Removes a number; the longest verified of the others takes a primary one's place.
   *
   * @throws PhoneNumberNotFound when the user has no such number
   */
  @Transactional
  void remove(UUID userId, UUID id) {
    PhoneNumber gone = lockedNumber(userId, id);
    numbers.delete(gone);
    numbers.flush();
    events.removed(gone);
    if (gone.primary()) {
      numbers
          .findFirstByUserIdAndVerifiedAtNotNullOrderByVerifiedAt(userId)
          .ifPresent(this::promote);
    }
  }

  private PhoneNumber lockedNumber(UUID userId, UUID id) {
    locks.user(userId);
    return numbers.findByIdAndUserId(id, userId).orElseThrow(PhoneNumberNotFound::new);
  }

  private void demote(PhoneNumber phone) {
    phone.demote();
    numbers.flush();
    events.verified(phone);
  }

  private void promote(PhoneNumber phone) {
    phone.promote();
    numbers.flush();
    events.verified(phone);
  }
}
