package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.fault.Fault;
import app.tdah.devstack.simulator.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Server-sent events, one chunk each, until {@code [DONE]} or until a fault cuts the line. */
final class CompletionStream {
  private CompletionStream() {}

  static void write(Completion completion, boolean withUsage, Fault fault, OutputStream out)
      throws IOException {
    int sent = 0;
    for (JsonNode chunk : chunks(completion, withUsage)) {
      if (fault.cutAfterChunks() != null && sent >= fault.cutAfterChunks()) {
        throw new IOException("A fault cut the stream after " + sent + " chunks");
      }
      fault.pause();
      send(Json.MAPPER.writeValueAsString(chunk), out);
      sent++;
    }
    send("[DONE]", out);
  }

  private static List<JsonNode> chunks(Completion completion, boolean withUsage) {
    List<JsonNode> chunks = new ArrayList<>();
    completion
        .reply()
        .deltas()
        .forEach(delta -> chunks.add(completion.chunk(delta, null, withUsage)));
    String reason = completion.reply().finishReason();
    chunks.add(completion.chunk(Json.object(), reason, withUsage));
    if (withUsage) {
      chunks.add(completion.usageChunk());
    }
    return chunks;
  }

  private static void send(String data, OutputStream out) throws IOException {
    out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
