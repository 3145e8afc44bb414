package app.tdah.oauth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the oauth service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OAuthApplication {

  public static void main(String[] args) {
    SpringApplication.run(OAuthApplication.class, args);
  }
}
