package app.tdah.auth.account;

import java.util.UUID;

/**
 * Something was taken away that access tokens still say; published and handled within the
 * transaction of the cause.
 */
public record RolesReduced(UUID accountId) {}
