package app.tdah.user.role;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who owns the installation.
 *
 * @param ownerEmail the account with this address, once verified, becomes OWNER
 */
@ConfigurationProperties("assistant.roles")
record RoleProperties(@Nullable String ownerEmail) {}
