package app.tdah.user.audit;

import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.defaults.web.InvalidField;
import app.tdah.user.audit.AuditSearch.Found;
import app.tdah.user.audit.VerifyAudit.Verification;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/admin")
@Tag(name = "admin")
@PreAuthorize("hasAuthority('audit:read')")
class AuditController {

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private final ReadAudit audit;
  private final JsonMapper json;

  AuditController(ReadAudit audit, JsonMapper json) {
    this.audit = audit;
    this.json = json;
  }

  @GetMapping("/audit-log")
  @Operation(
      summary = "What was done in all services, the newest first",
      description = "`action` is a whole one, or all of a resource: `password.*`.")
  CursorPage<EntryBody> listEntries(
      @RequestParam(required = false) @Nullable UUID actor,
      @RequestParam(required = false) @Nullable UUID user,
      @RequestParam(required = false) @Size(max = 100) @Nullable String action,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      CursorRequest page) {
    return CursorPage.of(
        audit.search(filter(actor, user, action, from, to), page.after(), page.fetch()),
        page,
        found -> found.entry().id(),
        this::body);
  }

  @GetMapping(path = "/audit-log.csv", produces = "text/csv")
  @Operation(summary = "The same as a file, with all that matches")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  void exportEntries(
      @RequestParam(required = false) @Nullable UUID actor,
      @RequestParam(required = false) @Nullable UUID user,
      @RequestParam(required = false) @Size(max = 100) @Nullable String action,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      HttpServletResponse response)
      throws IOException {
    AuditFilter filter = filter(actor, user, action, from, to);
    audit.export(
        filter,
        () -> {
          response.setContentType("text/csv");
          response.setCharacterEncoding(StandardCharsets.UTF_8.name());
          response.setHeader(
              HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"");
          return response.getWriter();
        });
  }

  @GetMapping("/audit-log/verification")
  @Operation(
      summary = "Whether the log is as it was written, and if not, where it was changed first",
      description =
          "A request verifies a part of a long log; `next` is then the `after` of the one that goes"
              + " on. The log is as it was written when all are valid and the last has no `next`.")
  Verification verifyLog(@RequestParam(defaultValue = "0") @PositiveOrZero long after) {
    return audit.verify(after);
  }

  private static AuditFilter filter(
      @Nullable UUID actor,
      @Nullable UUID user,
      @Nullable String action,
      @Nullable Instant from,
      @Nullable Instant to) {
    requireUsual("from", from);
    requireUsual("to", to);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidField("from", "is after 'to'");
    }
    return new AuditFilter(
        actor, user, action == null || action.isBlank() ? null : action, from, to);
  }

  private static void requireUsual(String field, @Nullable Instant moment) {
    if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
      throw new InvalidField(field, "must be between the years 1970 and 9999");
    }
  }

  private EntryBody body(Found found) {
    AuditEntry entry = found.entry();
    return new EntryBody(
        entry.id(),
        entry.sequence(),
        entry.at(),
        entry.service(),
        entry.action(),
        found.actorId(),
        found.userId(),
        entry.target(),
        entry.outcome(),
        found.address(),
        json.readValue(entry.details(), DETAILS));
  }

  @Schema(name = "AuditEntry")
  record EntryBody(
      UUID id,
      long sequence,
      Instant at,
      String service,
      String action,
      @Nullable UUID actorId,
      @Nullable UUID userId,
      @Nullable String target,
      String outcome,
      @Nullable String address,
      Map<String, String> details) {}
}
