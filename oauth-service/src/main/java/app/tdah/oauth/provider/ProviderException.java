package app.tdah.oauth.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a provider did other than answer. Messages hold no tokens and no content. */
public abstract sealed class ProviderException extends RuntimeException {

  private ProviderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The code or refresh token is not, or no longer, good ({@code invalid_grant}). */
  public static final class GrantRejected extends ProviderException {
    public GrantRejected(String message) {
      super(message, null);
    }
  }

  /** The token to revoke is not known ({@code invalid_token}). */
  public static final class TokenUnknown extends ProviderException {
    public TokenUnknown(String message) {
      super(message, null);
    }
  }

  /** The access token, or what it allows, is not accepted (401, 403). */
  public static final class AccessRejected extends ProviderException {
    public AccessRejected(String message) {
      super(message, null);
    }
  }

  /** The cursor or page token is too old (410). */
  public static final class CursorExpired extends ProviderException {
    public CursorExpired(String message) {
      super(message, null);
    }
  }

  /** Too many requests; {@link #retryAfter} is null when the provider did not say how long. */
  public static final class RateLimited extends ProviderException {
    private final transient @Nullable Duration retryAfter;

    public RateLimited(String message, @Nullable Duration retryAfter) {
      super(message, null);
      this.retryAfter = retryAfter;
    }

    public @Nullable Duration retryAfter() {
      return retryAfter;
    }
  }

  /** No usable answer: network, timeout, 5xx, or a body that cannot be read. */
  public static final class Unavailable extends ProviderException {
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
