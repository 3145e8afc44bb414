package app.tdah.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;

/**
 * Serves the built web app: hashed assets for ever, everything else checked every time, unknown
 * pages as the app.
 */
@Configuration(proxyBeanMethods = false)
class WebApp {

  private static final List<String> NOT_PAGES =
      List.of("api/", "ws", "graphql", "openapi/", "actuator", ".well-known/");

  private static final Map<String, String> INDEX_PAGES =
      Map.of("/", "/index.html", "/docs", "/docs/index.html", "/docs/", "/docs/index.html");

  @Bean
  WebFluxConfigurer webAppResources(GatewayProperties properties) {
    String root = properties.webRoot().toAbsolutePath() + "/";
    return new WebFluxConfigurer() {
      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/assets/**")
            .addResourceLocations("file:" + root + "assets/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
            .resourceChain(true)
            .addResolver(new EncodedResourceResolver());
        registry
            .addResourceHandler("/docs/**")
            .addResourceLocations("classpath:/api-docs/")
            .setCacheControl(CacheControl.noCache());
        registry
            .addResourceHandler("/**")
            .addResourceLocations("file:" + root)
            .setCacheControl(CacheControl.noCache())
            .resourceChain(false)
            .addResolver(new EncodedResourceResolver())
            .addResolver(new AppResolver(new FileSystemResource(root + "index.html")));
      }
    };
  }

  /** The page of a folder. */
  @Bean
  WebFilter indexPages() {
    return (exchange, chain) -> {
      String index = INDEX_PAGES.get(exchange.getRequest().getPath().value());
      if (index == null) {
        return chain.filter(exchange);
      }
      ServerHttpRequest request = exchange.getRequest().mutate().path(index).build();
      return chain.filter(exchange.mutate().request(request).build());
    };
  }

  /** Falls back to the app's page for a path without an extension, so that a deep link opens it. */
  private static final class AppResolver extends PathResourceResolver {

    private final Resource index;

    AppResolver(Resource index) {
      this.index = index;
    }

    @Override
    protected Mono<Resource> getResource(String path, Resource location) {
      Mono<Resource> file = path.isEmpty() ? Mono.empty() : super.getResource(path, location);
      return isPage(path) ? file.switchIfEmpty(Mono.just(index).filter(Resource::exists)) : file;
    }

    private static boolean isPage(String path) {
      return path.indexOf('.', path.lastIndexOf('/') + 1) < 0
          && NOT_PAGES.stream().noneMatch(path::startsWith);
    }
  }
}
