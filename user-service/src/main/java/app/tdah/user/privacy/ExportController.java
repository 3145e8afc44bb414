package app.tdah.user.privacy;

import app.tdah.defaults.security.CurrentUser;
import app.tdah.defaults.web.CursorPage;
import app.tdah.defaults.web.CursorRequest;
import app.tdah.user.privacy.ExportRequest.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users/me/exports")
@Tag(name = "privacy")
class ExportController {

  private final RequestExport exports;
  private final Clock clock;

  ExportController(RequestExport exports, Clock clock) {
    this.exports = exports;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Collect a copy of all my data; one at a time")
  ExportBody requestExport(CurrentUser user) {
    return ExportBody.of(exports.request(user.id()));
  }

  @GetMapping
  @Operation(summary = "My exports, newest first")
  CursorPage<ExportBody> listExports(CurrentUser user, CursorRequest page) {
    return CursorPage.of(exports.list(user.id(), page), page, ExportRequest::id, ExportBody::of);
  }

  @GetMapping("/{id}")
  @Operation(summary = "How far an export is")
  ExportBody getExport(CurrentUser user, @PathVariable UUID id) {
    return ExportBody.of(exports.get(user.id(), id));
  }

  @GetMapping(path = "/{id}/download", produces = "application/zip")
  @Operation(summary = "The file of an export; needs a recent sign-in")
  ResponseEntity<Resource> downloadExport(CurrentUser user, @PathVariable UUID id) {
    user.requireRecentLogin(clock);
    RequestExport.Download download = exports.download(user.id(), id);
    ExportRequest export = download.export();
    String name =
        "personal-assistant-%s.zip"
            .formatted(LocalDate.ofInstant(export.createdAt(), ZoneOffset.UTC));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .contentLength(export.size())
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(new InputStreamResource(download.contents()));
  }

  record ExportBody(UUID id, Status status, Instant createdAt, @Nullable Instant expiresAt) {

    static ExportBody of(ExportRequest export) {
      return new ExportBody(export.id(), export.status(), export.createdAt(), export.expiresAt());
    }
  }
}
