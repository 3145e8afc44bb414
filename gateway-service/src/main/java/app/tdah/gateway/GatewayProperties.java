package app.tdah.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the gateway.
 *
 * @param issuer the {@code iss} of our tokens
 * @param audience the {@code aud} of our tokens
 * @param jwksUri auth-service's public keys
 * @param webRoot folder of the built web app
 * @param trustedProxies pattern of addresses whose {@code X-Forwarded-For} is believed; none when
 *     empty
 * @param services where the services are
 * @param limits token buckets in Redis
 */
@Validated
@ConfigurationProperties("assistant.gateway")
record GatewayProperties(
    @NotBlank String issuer,
    @NotBlank String audience,
    @NotNull URI jwksUri,
    @NotNull Path webRoot,
    @Nullable Pattern trustedProxies,
    @NotNull Services services,
    @NotNull @Valid Limits limits) {

  record Services(URI auth, URI session, URI user, URI chat, URI oauth, URI sms, URI analytics) {}

  /**
   * Per signed-in user, per address of everybody else, and at endpoints that take a secret per
   * address, or per user who proves again who they are.
   */
  record Limits(@Valid Bucket user, @Valid Bucket address, @Valid Bucket credentials) {}

  /** A token bucket: it holds {@code burst} requests and regains {@code perSecond}. */
  record Bucket(@Positive double perSecond, @Positive int burst) {}
}
