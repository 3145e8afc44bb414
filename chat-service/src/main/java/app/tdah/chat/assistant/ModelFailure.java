package app.tdah.chat.assistant;

/** The model did not answer. */
final class ModelFailure extends RuntimeException {

  ModelFailure(Throwable cause) {
    super(cause);
  }

  ModelFailure(String reason) {
    super(reason);
  }
}
