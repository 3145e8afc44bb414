package app.tdah.gateway;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets a request for the API through when its session lives and its limit is not reached. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AdmissionFilter implements WebFilter {

  // As the routes match: by decoded segments, so that no spelling of an address passes by.
  private static final List<PathPattern> GUARDED = patterns("/api/**", "/ws/**");
  private static final List<PathPattern> CREDENTIALS =
      patterns(
          "/api/v1/auth/login",
          "/api/v1/auth/register",
          "/api/v1/auth/email/verify",
          "/api/v1/auth/email/verify/resend");

  private final Admission admission;
  private final ClientAddress addresses;
  private final GatewayProperties.Limits limits;
  private final GatewayProblems problems;

  AdmissionFilter(
      Admission admission,
      ClientAddress addresses,
      GatewayProperties properties,
      GatewayProblems problems) {
    this.admission = admission;
    this.addresses = addresses;
    this.limits = properties.limits();
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
    if (!matches(GUARDED, path)) {
      return chain.filter(exchange);
    }
    return ReactiveSecurityContextHolder.getContext()
        .map(AdmissionFilter::token)
        .map(token ->
            admission.admit(
                token.getClaimAsString("sid"), "user:" + token.getSubject(), limits.user()))
        .switchIfEmpty(Mono.fromSupplier(() -> anonymous(exchange.getRequest(), path)))
        .flatMap(decision -> decision)
        .flatMap(decision -> act(decision, exchange, chain));
  }

  private Mono<Admission.Decision> anonymous(ServerHttpRequest request, PathContainer path) {
    String address = addresses.of(request);
    return matches(CREDENTIALS, path)
        ? admission.admit(null, "credentials:" + address, limits.credentials())
        : admission.admit(null, "address:" + address, limits.address());
  }

  private Mono<Void> act(
      Admission.Decision decision, ServerWebExchange exchange, WebFilterChain chain) {
    return switch (decision) {
      case Admission.Decision.Admitted() -> chain.filter(exchange);
      case Admission.Decision.SessionEnded() ->
          problems.write(
              exchange,
              HttpStatus.UNAUTHORIZED,
              "session-ended",
              "This session has ended; sign in again.");
      case Admission.Decision.LimitReached(Duration wait) ->
          problems.write(
              exchange,
              HttpStatus.TOO_MANY_REQUESTS,
              "too-many-requests",
              "Too many requests; slow down.",
              wait);
      case Admission.Decision.Unknown() ->
          problems.write(
              exchange,
              HttpStatus.SERVICE_UNAVAILABLE,
              "unavailable",
              "Sessions cannot be checked right now; try again in a moment.",
              Duration.ofSeconds(2));
    };
  }

  private static List<PathPattern> patterns(String... patterns) {
    return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
  }

  private static boolean matches(List<PathPattern> patterns, PathContainer path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private static @Nullable Jwt token(SecurityContext context) {
    return context.getAuthentication() instanceof JwtAuthenticationToken jwt
        ? jwt.getToken()
        : null;
  }
}
