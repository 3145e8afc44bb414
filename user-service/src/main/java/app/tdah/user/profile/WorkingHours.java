package app.tdah.user.profile;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/** Every working day from start to end in the user's time zone. */
record WorkingHours(
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "09:00")
        LocalTime start,
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "17:30")
        LocalTime end) {}
