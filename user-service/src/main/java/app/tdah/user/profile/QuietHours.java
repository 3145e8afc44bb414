package app.tdah.user.profile;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;

/** Every day from start to end in the user's time zone; over midnight when the end is earlier. */
record QuietHours(
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "22:00")
        LocalTime start,
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "07:00")
        LocalTime end) {}
