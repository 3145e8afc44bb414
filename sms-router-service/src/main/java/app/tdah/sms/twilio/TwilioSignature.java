package app.tdah.sms.twilio;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Checks {@code X-Twilio-Signature}: HMAC-SHA1 over the URL that Twilio called, query included, and
 * the sorted form fields. The URL is the public one, which a proxy's view of the request is not.
 */
@Component
class TwilioSignature {

  private final TwilioProperties properties;

  TwilioSignature(TwilioProperties properties) {
    this.properties = properties;
  }

  /**
   * The form fields of a genuine request.
   *
   * @throws SignatureInvalid for any other
   */
  Map<String, String> verify(HttpServletRequest request) {
    Map<String, String> form = form(request);
    String signature = request.getHeader("X-Twilio-Signature");
    if (!properties.configured()
        || signature == null
        || !new RequestValidator(properties.authToken()).validate(url(request), form, signature)) {
      throw new SignatureInvalid();
    }
    return form;
  }

  private String url(HttpServletRequest request) {
    String query = request.getQueryString();
    return properties.publicUrl(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  /** Servlet parameters hold query and form together; only the form is signed by name. */
  private static Map<String, String> form(HttpServletRequest request) {
    Set<String> inQuery =
        UriComponentsBuilder.newInstance()
            .query(request.getQueryString())
            .build()
            .getQueryParams()
            .keySet();
    Map<String, String> form = new HashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!inQuery.contains(name)) {
            form.put(name, values[0]);
          }
        });
    return form;
  }
}
