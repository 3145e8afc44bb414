package app.tdah.user.profile;

import app.tdah.defaults.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The account is so new that its {@code registered} event is still on its way to us. */
final class ProfileNotReady extends ProblemException {

  ProfileNotReady() {
    super(HttpStatus.NOT_FOUND, "profile-not-ready", "Your profile is being made; ask again soon.");
    retryAfter(Duration.ofSeconds(1));
  }
}
