package app.tdah.session;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts session-service. */
@SpringBootApplication
public class SessionApplication {

  static void main(String[] args) {
    SpringApplication.run(SessionApplication.class, args);
  }
}
