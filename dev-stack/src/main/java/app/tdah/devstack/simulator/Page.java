package app.tdah.devstack.simulator;

import app.tdah.devstack.simulator.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The simulator's single page. */
final class Page {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
          + " connect-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

  private Page() {}

  static Response response() {
    try (InputStream page = Page.class.getResourceAsStream("simulator.html")) {
      byte[] bytes = Objects.requireNonNull(page, "simulator.html is missing").readAllBytes();
      return Response.html(200, new String(bytes, StandardCharsets.UTF_8))
          .with("Content-Security-Policy", POLICY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
