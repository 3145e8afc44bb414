package app.tdah.devstack.simulator.http;

/** Answers one request; expected failures are thrown as {@link HttpFailure}. */
@FunctionalInterface
public interface Handler {
  Response handle(Request request);
}
