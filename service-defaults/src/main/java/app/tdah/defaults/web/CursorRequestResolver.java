package app.tdah.defaults.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

final class CursorRequestResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CursorRequest.class;
  }

  @Override
  public CursorRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new CursorRequest(
        limit(request.getParameter("limit")), after(request.getParameter("cursor")));
  }

  private static int limit(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return CursorRequest.DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= CursorRequest.MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Answered below, as for a number out of range.
    }
    throw new InvalidField("limit", "must be a number from 1 to " + CursorRequest.MAX_LIMIT);
  }

  private static @Nullable UUID after(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      return CursorPage.decode(cursor);
    } catch (IllegalArgumentException e) {
      throw new InvalidField("cursor", "is not a cursor that this list gave");
    }
  }
}
