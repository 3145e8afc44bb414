package app.tdah.oauth.integration;

/** An access token and the version that it has in our store. */
public record AccessToken(String value, long version) {

  @Override
  public String toString() {
    return "AccessToken[version=" + version + "]";
  }
}
