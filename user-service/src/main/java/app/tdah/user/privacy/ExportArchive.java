package app.tdah.user.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Makes one ZIP of what the services sent: a JSON document of each, and an index to read. */
@Component
class ExportArchive {

  private final ExportPieces pieces;
  private final ExportFile file;
  private final JsonMapper json;
  private final Clock clock;

  ExportArchive(ExportPieces pieces, ExportFile file, JsonMapper json, Clock clock) {
    this.pieces = pieces;
    this.file = file;
    this.json = json;
    this.clock = clock;
  }

  /** In the transaction that finishes the export. */
  Made make(ExportRequest export, List<String> services) {
    ExportIndex index = new ExportIndex(export.locale(), clock.instant());
    try (ExportFile.Writer stored = file.write(export.id())) {
      ZipOutputStream zip = new ZipOutputStream(stored, StandardCharsets.UTF_8);
      for (String service : services) {
        try (InputStream document = pieces.document(export.id(), service)) {
          index.add(service, count(document));
        }
        zip.putNextEntry(new ZipEntry(service + ".json"));
        try (InputStream document = pieces.document(export.id(), service)) {
          document.transferTo(zip);
        }
      }
      text(zip, "index.html", index.html());
      text(zip, "index.txt", index.plain());
      zip.close();
      return new Made(stored.chunks(), stored.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void text(ZipOutputStream zip, String name, String page) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(page.getBytes(StandardCharsets.UTF_8));
  }

  /** How many entries each list of a document has. */
  private Map<String, Integer> count(InputStream document) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    try (JsonParser parser = json.createParser(document)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return counts;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          int entries = 0;
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            entries++;
            parser.skipChildren();
          }
          counts.put(name, entries);
        } else {
          parser.skipChildren();
        }
      }
    }
    return counts;
  }

  record Made(int chunks, long size) {}
}
