package app.tdah.chat.plan;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How well each user estimates. */
@Component
public class Calibrations {

  private final Actuals actuals;

  Calibrations(Actuals actuals) {
    this.actuals = actuals;
  }

  /** From the user's newest finished tasks. */
  @Transactional(readOnly = true)
  public Calibration of(UUID userId) {
    return Calibration.of(actuals.of(userId));
  }
}
