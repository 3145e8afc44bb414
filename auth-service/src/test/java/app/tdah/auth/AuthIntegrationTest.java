package app.tdah.auth;

import app.tdah.devstack.testing.EmbeddedServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole service on real servers; all such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EmbeddedServers
@AutoConfigureMockMvc
@Import(AuthClient.Setup.class)
@SpringBootTest(
    properties = {
      "assistant.auth.account.owner-email=Owner@Example.org",
      "assistant.auth.account.hash-patience=2m",
      // All tests come from one address.
      "assistant.auth.throttle.accounts.allowed=100000",
      "spring.jpa.properties.hibernate.session_factory.statement_inspector=app.tdah.auth.WorkCounter"
    })
public @interface AuthIntegrationTest {}
