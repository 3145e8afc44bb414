package app.tdah.defaults.telemetry;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

final class CorrelationIdFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (CorrelationId.Scope scope = CorrelationId.enter(request.getHeader(CorrelationId.HEADER))) {
      response.setHeader(CorrelationId.HEADER, scope.id());
      chain.doFilter(request, response);
    }
  }
}
