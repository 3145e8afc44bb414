package app.tdah.defaults.security;

import app.tdah.defaults.web.Problems;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every service verifies the token itself, and denies what is not declared public. */
@AutoConfiguration(
    beforeName =
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@EnableConfigurationProperties(SecurityProperties.class)
@EnableMethodSecurity
public class SecurityAutoConfiguration {

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http, Problems problems, ObjectProvider<PublicEndpoints> declared) {
    String[] open =
        Stream.concat(
                Stream.of(
                    "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/error"),
                declared.stream().map(PublicEndpoints::patterns).flatMap(List::stream))
            .toArray(String[]::new);
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(open).permitAll().anyRequest().authenticated())
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> jwt.jwtAuthenticationConverter(authorities()))
                .authenticationEntryPoint((request, response, e) ->
                    problems.write(
                        request,
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "Sign in, or renew the access token."))
                .accessDeniedHandler((request, response, e) ->
                    problems.write(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "You may not do this.")))
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint((request, response, e) ->
                problems.write(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "unauthenticated",
                    "Sign in, or renew the access token.")))
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  JwtDecoder jwtDecoder(SecurityProperties properties) {
    return AccessTokens.decoder(properties);
  }

  @Bean
  WebMvcConfigurer currentUserArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CurrentUserResolver());
      }
    };
  }

  private static JwtAuthenticationConverter authorities() {
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(jwt ->
        Stream.concat(claims(jwt, "roles", "ROLE_"), claims(jwt, "permissions", "")).toList());
    return converter;
  }

  private static Stream<GrantedAuthority> claims(Jwt jwt, String claim, String prefix) {
    List<String> values = jwt.getClaimAsStringList(claim);
    return Stream.ofNullable(values)
        .flatMap(List::stream)
        .map(value -> new SimpleGrantedAuthority(prefix + value));
  }
}
