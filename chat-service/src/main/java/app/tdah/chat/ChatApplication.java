package app.tdah.chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts chat-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ChatApplication {

  static void main(String[] args) {
    SpringApplication.run(ChatApplication.class, args);
  }
}
