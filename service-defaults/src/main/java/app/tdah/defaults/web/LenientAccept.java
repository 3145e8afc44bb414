package app.tdah.defaults.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/** An {@code Accept} header that makes no sense is no wish at all, so that errors can be told. */
final class LenientAccept implements ContentNegotiationStrategy {

  private final ContentNegotiationStrategy strict = new HeaderContentNegotiationStrategy();

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
    try {
      return strict.resolveMediaTypes(request);
    } catch (HttpMediaTypeNotAcceptableException e) {
      return MEDIA_TYPE_ALL_LIST;
    }
  }
}
