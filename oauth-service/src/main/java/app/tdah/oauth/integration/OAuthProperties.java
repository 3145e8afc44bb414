package app.tdah.oauth.integration;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of connecting and syncing.
 *
 * @param callbackUrl the web app's page that providers send the browser back to
 * @param syncInterval time between two polls of an integration
 * @param windowPast how far back items are synced
 * @param windowFuture how far ahead items are synced
 * @param windowRefresh after this time a full sync moves the window
 */
@ConfigurationProperties("assistant.oauth")
public record OAuthProperties(
    URI callbackUrl,
    @DefaultValue("3m") Duration syncInterval,
    @DefaultValue("7d") Duration windowPast,
    @DefaultValue("60d") Duration windowFuture,
    @DefaultValue("1d") Duration windowRefresh) {}
