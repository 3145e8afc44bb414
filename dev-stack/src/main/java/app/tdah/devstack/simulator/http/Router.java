package app.tdah.devstack.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the handler of a request by method and path, such as {@code /api/faults/{vendor}}. */
public final class Router implements HttpHandler {
  private static final Logger LOG = System.getLogger(Router.class.getName());

  private record Route(String method, List<String> pattern, Handler handler) {

    Optional<Map<String, String>> match(List<String> path) {
      if (path.size() != pattern.size()) {
        return Optional.empty();
      }
      Map<String, String> variables = new HashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String part = pattern.get(i);
        if (part.startsWith("{")) {
          variables.put(part.substring(1, part.length() - 1), path.get(i));
        } else if (!part.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(variables);
    }
  }

  private final List<Route> routes = new ArrayList<>();

  public Router get(String pattern, Handler handler) {
    return add("GET", pattern, handler);
  }

  public Router post(String pattern, Handler handler) {
    return add("POST", pattern, handler);
  }

  public Router put(String pattern, Handler handler) {
    return add("PUT", pattern, handler);
  }

  public Router patch(String pattern, Handler handler) {
    return add("PATCH", pattern, handler);
  }

  public Router delete(String pattern, Handler handler) {
    return add("DELETE", pattern, handler);
  }

  private Router add(String method, String pattern, Handler handler) {
    routes.add(new Route(method, List.of(pattern.split("/", -1)), handler));
    return this;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // A handler that fails while it streams leaves the exchange open: the server then cuts it.
    answer(exchange).sendTo(exchange);
  }

  private Response answer(HttpExchange exchange) {
    try {
      return dispatch(exchange);
    } catch (HttpFailure failure) {
      return failure.response();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The simulator failed on " + exchange.getRequestURI().getPath(), e);
      return Problem.unexpected().response();
    }
  }

  private Response dispatch(HttpExchange exchange) {
    String method = exchange.getRequestMethod().replace("HEAD", "GET");
    List<String> path = segments(exchange.getRequestURI().getRawPath());
    List<String> allowed = new ArrayList<>();
    for (Route route : routes) {
      Optional<Map<String, String>> variables = route.match(path);
      if (variables.isPresent() && route.method().equals(method)) {
        return route.handler().handle(new Request(exchange, variables.get()));
      }
      variables.ifPresent(_ -> allowed.add(route.method()));
    }
    if (allowed.isEmpty()) {
      throw Problem.notFound("There is nothing at " + exchange.getRequestURI().getPath() + ".");
    }
    return Problem.methodNotAllowed(method).response().with("Allow", String.join(", ", allowed));
  }

  private static List<String> segments(String rawPath) {
    List<String> segments = new ArrayList<>();
    for (String segment : rawPath.split("/", -1)) {
      // In a path, unlike in a form, "+" is itself.
      segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return segments;
  }
}
