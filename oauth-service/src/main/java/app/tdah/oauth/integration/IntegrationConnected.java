package app.tdah.oauth.integration;

import app.tdah.oauth.provider.Capability;
import java.util.Set;
import java.util.UUID;

/** Inside this service: an account was connected, or connected again; raised in its transaction. */
public record IntegrationConnected(
    UUID integrationId, UUID userId, String provider, Set<Capability> granted) {}
