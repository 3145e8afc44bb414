package app.tdah.gateway;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Denies the API without a valid token, save for what signing in needs; sets the headers of every
 * answer.
 */
@Configuration(proxyBeanMethods = false)
class Security {

  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data: blob:",
          "font-src 'self'",
          "connect-src 'self'",
          "manifest-src 'self'",
          "worker-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'");

  private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";
  private static final String BEARER_PROTOCOL = "bearer.";

  @Bean
  SecurityWebFilterChain securityWebFilterChain(
      ServerHttpSecurity http, GatewayProblems problems, ServerAuthenticationConverter tokens) {
    ServerAuthenticationEntryPoint signIn = (exchange, e) -> unauthenticated(problems, exchange, e);
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .headers(headers ->
            headers
                .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicy(
                    policy -> policy.policy("camera=(), geolocation=(), payment=(), usb=()"))
                .cache(ServerHttpSecurity.HeaderSpec.CacheSpec::disable))
        .authorizeExchange(requests ->
            requests
                .pathMatchers(HttpMethod.POST, PublicPaths.patterns())
                .permitAll()
                .pathMatchers("/api/**", "/ws", "/graphql")
                .authenticated()
                .pathMatchers("/actuator/health/**")
                .permitAll()
                .pathMatchers("/actuator/**", "/unavailable")
                .denyAll()
                .anyExchange()
                .permitAll())
        .oauth2ResourceServer(server ->
            server
                .bearerTokenConverter(tokens)
                .jwt(jwt -> {})
                .authenticationEntryPoint(signIn)
                .accessDeniedHandler((exchange, e) ->
                    problems.write(
                        exchange, HttpStatus.FORBIDDEN, "forbidden", "You may not do this.")))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(signIn))
        .build();
  }

  /** The token of a request, or of a WebSocket handshake from its second offered sub-protocol. */
  @Bean
  ServerAuthenticationConverter tokens() {
    ServerBearerTokenAuthenticationConverter header =
        new ServerBearerTokenAuthenticationConverter();
    return exchange ->
        PublicPaths.areCredentials(exchange.getRequest())
            ? Mono.empty()
            : header.convert(exchange).switchIfEmpty(Mono.defer(() -> offered(exchange)));
  }

  @Bean
  ReactiveJwtDecoder jwtDecoder(GatewayProperties properties) {
    NimbusReactiveJwtDecoder decoder =
        NimbusReactiveJwtDecoder.withJwkSetUri(properties.jwksUri().toString())
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .build();
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(),
            new JwtIssuerValidator(properties.issuer()),
            new JwtClaimValidator<Collection<String>>(
                "aud",
                audiences -> audiences != null && audiences.contains(properties.audience()))));
    return decoder;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  private static Mono<Authentication> offered(ServerWebExchange exchange) {
    List<String> protocols = exchange.getRequest().getHeaders().getOrEmpty(PROTOCOL_HEADER);
    return protocols.stream()
        .flatMap(header -> List.of(header.split(",")).stream())
        .map(String::strip)
        .filter(protocol -> protocol.startsWith(BEARER_PROTOCOL))
        .map(protocol -> protocol.substring(BEARER_PROTOCOL.length()))
        .findFirst()
        .<Mono<Authentication>>map(token -> Mono.just(new BearerTokenAuthenticationToken(token)))
        .orElseGet(Mono::empty);
  }

  private static Mono<Void> unauthenticated(
      GatewayProblems problems, ServerWebExchange exchange, Exception e) {
    if (e instanceof AuthenticationServiceException) {
      return problems.write(
          exchange,
          HttpStatus.SERVICE_UNAVAILABLE,
          "unavailable",
          "Tokens cannot be checked right now; try again in a moment.",
          java.time.Duration.ofSeconds(2));
    }
    return problems.write(
        exchange,
        HttpStatus.UNAUTHORIZED,
        "unauthenticated",
        "Sign in, or renew the access token.");
  }
}
