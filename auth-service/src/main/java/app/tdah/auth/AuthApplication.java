package app.tdah.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts auth-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuthApplication {

  static void main(String[] args) {
    SpringApplication.run(AuthApplication.class, args);
  }
}
