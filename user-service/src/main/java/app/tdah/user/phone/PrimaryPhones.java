package app.tdah.user.phone;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks up where a user is texted. */
@Component
public class PrimaryPhones {

  private final PhoneBook phoneBook;

  PrimaryPhones(PhoneBook phoneBook) {
    this.phoneBook = phoneBook;
  }

  /** The user's verified primary number in E.164, in clear. */
  public Optional<String> find(UUID userId) {
    return phoneBook.primary(userId);
  }
}
