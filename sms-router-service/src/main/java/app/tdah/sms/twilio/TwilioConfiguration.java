package app.tdah.sms.twilio;

import app.tdah.defaults.security.PublicEndpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {

  /** Twilio has no token of ours: its signature is checked instead. */
  @Bean
  PublicEndpoints openTwilioWebhooks() {
    return new PublicEndpoints(TwilioProperties.INBOUND_PATH, TwilioProperties.STATUS_PATH);
  }
}
