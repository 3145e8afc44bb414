package app.tdah.user.privacy;

import app.tdah.defaults.crypto.FieldCipher;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The finished files, in encrypted chunks: each is bound to its export and its place. */
@Repository
class ExportFile {

  private static final int CHUNK = 256 * 1024;

  private final JdbcClient jdbc;
  private final FieldCipher cipher;

  ExportFile(JdbcClient jdbc, FieldCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  Writer write(UUID exportId) {
    return new Writer(exportId);
  }

  /** One chunk at a time is in memory. */
  InputStream read(ExportRequest export) {
    var chunks =
        IntStream.range(0, export.chunks())
            .<InputStream>mapToObj(i -> new ByteArrayInputStream(chunk(export.id(), i)))
            .iterator();
    return new SequenceInputStream(new ExportPieces.Lazily(chunks));
  }

  void delete(UUID exportId) {
    jdbc.sql("delete from export_chunks where export_id = ?").param(exportId).update();
  }

  private byte[] chunk(UUID exportId, int index) {
    byte[] data =
        jdbc.sql("select data from export_chunks where export_id = ? and chunk = ?")
            .params(exportId, index)
            .query(byte[].class)
            .single();
    return cipher.decrypt(data, context(exportId, index));
  }

  private static String context(UUID exportId, int index) {
    return "export " + exportId + " " + index;
  }

  /** Saves a chunk whenever one is full, and the rest when it is closed. */
  final class Writer extends OutputStream {

    private final UUID exportId;
    private final byte[] buffer = new byte[CHUNK];
    private int filled;
    private int chunks;
    private long size;

    private Writer(UUID exportId) {
      this.exportId = exportId;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      int done = 0;
      while (done < length) {
        int part = Math.min(length - done, CHUNK - filled);
        System.arraycopy(bytes, offset + done, buffer, filled, part);
        filled += part;
        done += part;
        if (filled == CHUNK) {
          save();
        }
      }
    }

    @Override
    public void close() {
      if (filled > 0) {
        save();
      }
    }

    int chunks() {
      return chunks;
    }

    long size() {
      return size;
    }

    private void save() {
      jdbc.sql("insert into export_chunks values (?, ?, ?)")
          .params(
              exportId,
              chunks,
              cipher.encrypt(Arrays.copyOf(buffer, filled), context(exportId, chunks)))
          .update();
      size += filled;
      chunks++;
      filled = 0;
    }
  }
}
