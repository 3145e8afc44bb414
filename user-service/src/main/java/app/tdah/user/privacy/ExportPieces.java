package app.tdah.user.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.events.EncryptedText;
import app.tdah.events.UserEvent.ExportPartReady;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the services have sent for an export, still encrypted. A service sends its pieces in one go
 * and in order; when it is asked twice, the first complete set counts.
 */
@Repository
class ExportPieces {

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  ExportPieces(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  void take(ExportPartReady piece) {
    if (complete(piece.exportId()).contains(piece.service())) {
      return;
    }
    if (piece.index() == 0) {
      begin(piece);
    }
    jdbc.sql("insert into export_pieces values (?, ?, ?, ?) on conflict do nothing")
        .params(piece.exportId(), piece.service(), piece.index(), piece.data().ciphertext())
        .update();
    jdbc.sql(
            """
            update export_parts p set complete = p.pieces =
              (select count(*) from export_pieces x where x.export_id = p.export_id and x.service = p.service)
             where export_id = ? and service = ?
            """)
        .params(piece.exportId(), piece.service())
        .update();
  }

  private void begin(ExportPartReady piece) {
    jdbc.sql("delete from export_pieces where export_id = ? and service = ?")
        .params(piece.exportId(), piece.service())
        .update();
    jdbc.sql(
            """
            insert into export_parts values (?, ?, ?, false)
            on conflict (export_id, service) do update set pieces = excluded.pieces
            """)
        .params(piece.exportId(), piece.service(), piece.count())
        .update();
  }

  Set<String> complete(UUID exportId) {
    return Set.copyOf(
        jdbc.sql("select service from export_parts where export_id = ? and complete")
            .param(exportId)
            .query(String.class)
            .list());
  }

  /** The JSON document of a service; one piece at a time is in memory. */
  InputStream document(UUID exportId, String service) throws IOException {
    int count =
        jdbc.sql("select pieces from export_parts where export_id = ? and service = ?")
            .params(exportId, service)
            .query(Integer.class)
            .single();
    var pieces =
        IntStream.range(0, count)
            .<InputStream>mapToObj(i -> new ByteArrayInputStream(piece(exportId, service, i)))
            .iterator();
    InputStream base64 = new SequenceInputStream(new Lazily(pieces));
    return new GZIPInputStream(Base64.getDecoder().wrap(base64));
  }

  void forget(UUID exportId) {
    jdbc.sql("delete from export_pieces where export_id = ?").param(exportId).update();
  }

  private byte[] piece(UUID exportId, String service, int index) {
    String data =
        jdbc.sql("select data from export_pieces where export_id = ? and service = ? and piece = ?")
            .params(exportId, service, index)
            .query(String.class)
            .single();
    return cipher.open(new EncryptedText(data)).getBytes(StandardCharsets.US_ASCII);
  }

  /** Streams that are opened when they are needed. */
  record Lazily(Iterator<InputStream> streams) implements Enumeration<InputStream> {

    @Override
    public boolean hasMoreElements() {
      return streams.hasNext();
    }

    @Override
    public InputStream nextElement() {
      return streams.next();
    }
  }
}
