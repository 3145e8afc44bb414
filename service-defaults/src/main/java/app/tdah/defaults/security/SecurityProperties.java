package app.tdah.defaults.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are accepted.
 *
 * @param issuer the {@code iss} of our tokens: the suite's public URL
 * @param audience the {@code aud} of our tokens
 * @param jwksUri auth-service's public keys
 */
@Validated
@ConfigurationProperties("assistant.security")
public record SecurityProperties(
    @NotBlank String issuer, @NotBlank String audience, @NotNull URI jwksUri) {}
