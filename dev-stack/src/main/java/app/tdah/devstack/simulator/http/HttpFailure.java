package app.tdah.devstack.simulator.http;

/** A failure that knows its own response, because every vendor words its errors differently. */
public abstract class HttpFailure extends RuntimeException {
  protected HttpFailure(String message) {
    super(message, null, false, false);
  }

  /** The response that tells the caller about this failure. */
  public abstract Response response();
}
