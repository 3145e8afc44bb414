package app.tdah.auth.session;

import app.tdah.auth.account.Account;
import app.tdah.auth.token.OpaqueToken;
import java.time.Duration;
import java.util.List;

/**
 * What a client gets that signed in or refreshed.
 *
 * @param refreshToken the one valid token of the session
 * @param refreshLifetime how long it is good for when it is not used
 */
public record SignedIn(
    Account account,
    List<String> roles,
    String accessToken,
    Duration accessLifetime,
    OpaqueToken refreshToken,
    Duration refreshLifetime) {}
