package app.tdah.auth.challenge;

import app.tdah.auth.challenge.Challenges.Challenge;
import app.tdah.auth.token.OpaqueToken;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds a challenge for the browser that it was made for. */
@Service
class FindChallenge {

  private final Challenges challenges;

  FindChallenge(Challenges challenges) {
    this.challenges = challenges;
  }

  Challenge find(UUID id, @Nullable OpaqueToken device) {
    return challenges.find(id, device).orElseThrow(ChallengeEnded::new);
  }
}
