package app.tdah.chat.plan;

import app.tdah.defaults.security.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/calibration")
class CalibrationController {

  private final Calibrations calibrations;

  CalibrationController(Calibrations calibrations) {
    this.calibrations = calibrations;
  }

  @GetMapping
  Calibration get(CurrentUser user) {
    return calibrations.of(user.id());
  }
}
