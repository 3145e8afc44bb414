package app.tdah.auth;

import app.tdah.defaults.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuthConfiguration {

  /** What somebody needs who has no access token yet, or no longer. */
  @Bean
  PublicEndpoints publicEndpoints() {
    return new PublicEndpoints(
        "/.well-known/jwks.json",
        "/api/v1/auth/register",
        "/api/v1/auth/email/verify",
        "/api/v1/auth/email/verify/resend",
        "/api/v1/auth/password/forgot",
        "/api/v1/auth/password/reset",
        "/api/v1/auth/email/change/confirm",
        "/api/v1/auth/login",
        "/api/v1/auth/mfa/challenges/**",
        "/api/v1/auth/passkeys/login",
        "/api/v1/auth/passkeys/login/options",
        "/api/v1/auth/refresh",
        "/api/v1/auth/logout");
  }
}
