package app.tdah.oauth.google;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Google's endpoints and our client there; a blank client id means that Google is not offered. */
@ConfigurationProperties("assistant.google")
record GoogleProperties(
    String clientId,
    String clientSecret,
    URI authorizationUrl,
    URI tokenUrl,
    URI revocationUrl,
    URI userinfoUrl,
    URI calendarUrl) {

  @Override
  public String toString() {
    return "GoogleProperties[clientId=" + clientId + "]";
  }
}
