package app.tdah.user.privacy;

import app.tdah.defaults.events.EventPublisher;
import app.tdah.events.UserEvent.ExportRequested;
import app.tdah.user.privacy.ExportRequest.Status;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes exports on: makes the file, asks again, gives up, deletes the file. */
@Component
class ExportJob {

  private static final Logger log = LoggerFactory.getLogger(ExportJob.class);

  private final Exports exports;
  private final ExportPieces pieces;
  private final ExportArchive archive;
  private final ExportFile file;
  private final PrivacyNotices notices;
  private final EventPublisher events;
  private final TransactionOperations transactions;
  private final PrivacyProperties properties;
  private final Clock clock;

  ExportJob(
      Exports exports,
      ExportPieces pieces,
      ExportArchive archive,
      ExportFile file,
      PrivacyNotices notices,
      EventPublisher events,
      TransactionOperations transactions,
      PrivacyProperties properties,
      Clock clock) {
    this.exports = exports;
    this.pieces = pieces;
    this.archive = archive;
    this.file = file;
    this.notices = notices;
    this.events = events;
    this.transactions = transactions;
    this.properties = properties;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT2S", fixedDelayString = "${assistant.privacy.poll}")
  void run() {
    exports
        .open(clock.instant())
        .forEach(id -> {
          try {
            transactions.executeWithoutResult(status -> exports.claim(id).ifPresent(this::takeOn));
          } catch (RuntimeException e) {
            log.warn("export {} has to wait: {}", id, e.toString());
          }
        });
  }

  private void takeOn(ExportRequest export) {
    Instant now = clock.instant();
    switch (export.status()) {
      case PENDING -> collect(export, now);
      case READY -> expire(export, now);
      case FAILED, EXPIRED -> {
        // Another replica was faster.
      }
    }
  }

  private void collect(ExportRequest export, Instant now) {
    if (pieces.complete(export.id()).containsAll(properties.services())) {
      ExportArchive.Made made = archive.make(export, properties.services());
      pieces.forget(export.id());
      Instant expires = now.plus(properties.exportLifetime());
      exports.ready(export.id(), now, expires, made.chunks(), made.size());
      notices.exportReady(export);
    } else if (!now.isBefore(export.giveUpAt())) {
      log.error(
          "export {} is given up; only {} answered", export.id(), pieces.complete(export.id()));
      pieces.forget(export.id());
      exports.end(export.id(), Status.FAILED, now);
      notices.exportFailed(export);
    } else if (exports.askAgain(export.id(), now, now.plus(properties.askAgain()))) {
      log.warn("export {} waits; only {} answered", export.id(), pieces.complete(export.id()));
      events.publish(new ExportRequested(export.userId(), export.id()));
    }
  }

  private void expire(ExportRequest export, Instant now) {
    Instant expires = export.expiresAt();
    if (expires != null && !now.isBefore(expires)) {
      file.delete(export.id());
      exports.end(export.id(), Status.EXPIRED, now);
    }
  }
}
