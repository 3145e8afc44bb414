package app.tdah.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
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
  private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");
  private static final PathPattern SOCKETS = PathPatternParser.defaultInstance.parse("/ws/**");

  /** Where a user proves again who they are; closed to nobody who still has to. */
  private static final PathPattern PROOF =
      PathPatternParser.defaultInstance.parse("/api/v1/auth/**");

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
    if (!API.matches(path) && !SOCKETS.matches(path)) {
      return chain.filter(exchange);
    }
    return ReactiveSecurityContextHolder.getContext()
        .map(AdmissionFilter::token)
        .map(token -> signedIn(bearer(token, path), exchange.getRequest()))
        .switchIfEmpty(Mono.fromSupplier(() -> anonymous(exchange.getRequest())))
        .flatMap(decision -> decision)
        .flatMap(decision -> act(decision, exchange, chain));
  }

  /** Who holds a session still has to guess slowly what they would prove themselves with. */
  private Mono<Admission.Decision> signedIn(Admission.Bearer bearer, ServerHttpRequest request) {
    Mono<Admission.Decision> decision = admission.admit(bearer, limits.user());
    return PublicPaths.takesProof(request)
        ? decision.flatMap(first ->
            first instanceof Admission.Decision.Admitted
                ? admission.admit("credentials:user:" + bearer.user(), limits.credentials())
                : Mono.just(first))
        : decision;
  }

  private Mono<Admission.Decision> anonymous(ServerHttpRequest request) {
    String address = AddressBlock.of(addresses.of(request));
    return PublicPaths.takeSecrets(request)
        ? admission.admit("credentials:" + address, limits.credentials())
        : admission.admit("address:" + address, limits.address());
  }

  private static Admission.Bearer bearer(Jwt token, PathContainer path) {
    return new Admission.Bearer(
        Objects.requireNonNull(token.getClaimAsString("sid"), "sid"),
        Objects.requireNonNull(token.getSubject(), "sub"),
        seconds(token.getClaimAsInstant("auth_time")),
        seconds(token.getIssuedAt()),
        PROOF.matches(path));
  }

  private static long seconds(@Nullable Instant instant) {
    return instant == null ? 0 : instant.getEpochSecond();
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
      case Admission.Decision.TokenOutdated() ->
          problems.write(
              exchange,
              HttpStatus.UNAUTHORIZED,
              "token-outdated",
              "What you may do has changed; renew the access token.");
      case Admission.Decision.ProofNeeded() ->
          problems.write(
              exchange,
              HttpStatus.FORBIDDEN,
              "reauthentication-required",
              "Prove again that it is you, then repeat the request.");
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

  private static @Nullable Jwt token(SecurityContext context) {
    return context.getAuthentication() instanceof JwtAuthenticationToken jwt
        ? jwt.getToken()
        : null;
  }
}
