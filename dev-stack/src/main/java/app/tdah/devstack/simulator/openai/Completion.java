package app.tdah.devstack.simulator.openai;

import app.tdah.devstack.simulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer in the vendor's envelope, whole or as the chunks of a stream. */
record Completion(String id, long created, String model, Reply reply, int promptTokens) {

  ObjectNode json() {
    ObjectNode json = envelope("chat.completion");
    ObjectNode choice = json.putArray("choices").addObject().put("index", 0);
    choice.set("message", reply.message());
    choice.putNull("logprobs").put("finish_reason", reply.finishReason());
    json.set("usage", usage());
    return json.put("service_tier", "default").put("system_fingerprint", "fp_simulator");
  }

  /** A chunk with one choice. {@code withUsage}: every chunk but the last says {@code null}. */
  ObjectNode chunk(JsonNode delta, @Nullable String finishReason, boolean withUsage) {
    ObjectNode json = chunkEnvelope();
    ObjectNode choice = json.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    choice.putNull("logprobs").put("finish_reason", finishReason);
    return withUsage ? json.putNull("usage") : json;
  }

  /** The last chunk of a stream that was asked for usage: no choices. */
  ObjectNode usageChunk() {
    ObjectNode json = chunkEnvelope();
    json.putArray("choices");
    json.set("usage", usage());
    return json;
  }

  private ObjectNode chunkEnvelope() {
    return envelope("chat.completion.chunk")
        .put("service_tier", "default")
        .put("system_fingerprint", "fp_simulator");
  }

  private ObjectNode envelope(String object) {
    return Json.object()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", model);
  }

  private ObjectNode usage() {
    ObjectNode usage =
        Json.object()
            .put("prompt_tokens", promptTokens)
            .put("completion_tokens", reply.tokens())
            .put("total_tokens", promptTokens + reply.tokens());
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", 0)
        .put("audio_tokens", 0)
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
    return usage;
  }
}
