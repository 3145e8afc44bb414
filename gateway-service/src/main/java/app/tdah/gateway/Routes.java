package app.tdah.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * Which service answers which path; the first route that matches, so the narrow ones come first.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

  private static final Duration CHAT_ANSWER = Duration.ofSeconds(150);

  @Bean
  RouteLocator services(RouteLocatorBuilder builder, GatewayProperties properties) {
    GatewayProperties.Services to = properties.services();
    return builder
        .routes()
        .route(
            "auth",
            route ->
                withCookies(route, "auth", to.auth(), "/api/v1/auth/**", "/.well-known/jwks.json"))
        .route(
            "session",
            route ->
                api(
                    route,
                    "session",
                    to.session(),
                    "/api/v1/sessions/**",
                    "/api/v1/security-events/**",
                    "/api/v1/threats/**",
                    "/api/v1/admin/threats/**",
                    "/api/v1/admin/users/*/sessions"))
        .route(
            "user",
            route ->
                api(
                    route,
                    "user",
                    to.user(),
                    "/api/v1/users/**",
                    "/api/v1/notifications/**",
                    "/api/v1/admin/users/**",
                    "/api/v1/admin/roles/**",
                    "/api/v1/admin/permissions",
                    "/api/v1/admin/audit-log/**",
                    "/api/v1/admin/audit-log.csv",
                    "/api/v1/admin/privacy-requests/**"))
        .route("chat", route -> slow(route, "chat", to.chat(), "/api/v1/chat/messages/**"))
        .route(
            "chat-data",
            route ->
                api(
                    route,
                    "chat",
                    to.chat(),
                    "/api/v1/chat/**",
                    "/api/v1/tasks/**",
                    "/api/v1/reminders/**",
                    "/api/v1/focus-sessions/**",
                    "/api/v1/routines/**",
                    "/api/v1/plan/**",
                    "/api/v1/calibration"))
        .route("oauth", route -> api(route, "oauth", to.oauth(), "/api/v1/oauth/**"))
        .route("sms", route -> api(route, "sms", to.sms(), "/api/v1/sms/**"))
        .route(
            "analytics", route -> api(route, "analytics", to.analytics(), "/api/v1/analytics/**"))
        .route("realtime", route -> route.path("/ws").uri(webSocket(to.chat())))
        .route("openapi-auth", route -> document(route, "auth", to.auth()))
        .route("openapi-session", route -> document(route, "session", to.session()))
        .route("openapi-user", route -> document(route, "user", to.user()))
        .route("openapi-chat", route -> document(route, "chat", to.chat()))
        .route("openapi-oauth", route -> document(route, "oauth", to.oauth()))
        .route("openapi-sms", route -> document(route, "sms", to.sms()))
        .route("openapi-analytics", route -> document(route, "analytics", to.analytics()))
        .build();
  }

  private static Buildable<Route> withCookies(
      PredicateSpec route, String name, URI uri, String... paths) {
    return route.path(paths).filters(filters -> guarded(filters, name)).uri(uri);
  }

  private static Buildable<Route> api(PredicateSpec route, String name, URI uri, String... paths) {
    return route.path(paths).filters(withoutCookies(name)).uri(uri);
  }

  private static Buildable<Route> slow(PredicateSpec route, String name, URI uri, String... paths) {
    return route
        .path(paths)
        .filters(withoutCookies(name))
        .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, CHAT_ANSWER.toMillis())
        .uri(uri);
  }

  private static Buildable<Route> document(PredicateSpec route, String name, URI uri) {
    return route
        .path("/openapi/" + name + ".json")
        .filters(filters -> filters.setPath("/v3/api-docs"))
        .uri(uri);
  }

  /** Only auth-service may see the cookie with the refresh token. */
  private static Function<GatewayFilterSpec, UriSpec> withoutCookies(String name) {
    return filters -> guarded(filters, name).removeRequestHeader(HttpHeaders.COOKIE);
  }

  private static GatewayFilterSpec guarded(GatewayFilterSpec filters, String name) {
    return filters
        .circuitBreaker(breaker -> breaker.setName(name).setFallbackUri("forward:/unavailable"))
        .retry(retry ->
            retry
                .setRetries(2)
                .setMethods(HttpMethod.GET, HttpMethod.HEAD)
                .setStatuses(HttpStatus.BAD_GATEWAY)
                .setBackoff(Duration.ofMillis(100), Duration.ofMillis(500), 2, true));
  }

  private static URI webSocket(URI uri) {
    return URI.create(uri.toString().replaceFirst("^http", "ws"));
  }
}
