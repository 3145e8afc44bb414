package app.tdah.defaults.crypto;

/** A stored or received ciphertext cannot be read with our keys in this context. */
public final class UndecipherableField extends RuntimeException {

  UndecipherableField(String context, Throwable cause) {
    super("cannot decrypt a field of context " + context, cause);
  }
}
