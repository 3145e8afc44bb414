package app.tdah.chat.realtime;

import app.tdah.defaults.security.PublicEndpoints;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketTransportRegistration;

@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
class RealtimeConfiguration {

  /** The handshake checks the token itself. */
  @Bean
  PublicEndpoints realtimeEndpoint() {
    return new PublicEndpoints("/ws");
  }

  @Bean
  MeterBinder openSockets(Sockets sockets) {
    return (MeterRegistry registry) ->
        Gauge.builder("realtime.sockets", sockets, Sockets::size).register(registry);
  }

  @Bean
  WebSocketMessageBrokerConfigurer stomp(
      Handshake handshake,
      Sockets sockets,
      RealtimeProperties properties,
      @Lazy @Qualifier("taskScheduler") TaskScheduler scheduler) {
    return new Stomp(handshake, sockets, properties, scheduler);
  }

  private record Stomp(
      Handshake handshake, Sockets sockets, RealtimeProperties properties, TaskScheduler scheduler)
      implements WebSocketMessageBrokerConfigurer {

    private static final int SEND_TIME_LIMIT_MILLIS = 10_000;
    private static final int SEND_BUFFER_LIMIT = 512 * 1024;
    private static final int MESSAGE_SIZE_LIMIT = 128 * 1024;

    @Override
    public void registerStompEndpoints(StompEndpointRegistry registry) {
      // Any origin: a page of another site has no token to offer.
      registry
          .addEndpoint("/ws")
          .setHandshakeHandler(handshake)
          .addInterceptors(handshake)
          .setAllowedOriginPatterns("*");
      registry.setPreserveReceiveOrder(true);
    }

    @Override
    public void configureMessageBroker(MessageBrokerRegistry registry) {
      long heartbeat = properties.heartbeat().toMillis();
      registry
          .setApplicationDestinationPrefixes("/app")
          .setPreservePublishOrder(true)
          .enableSimpleBroker("/queue")
          .setHeartbeatValue(new long[] {heartbeat, heartbeat})
          .setTaskScheduler(scheduler);
    }

    @Override
    public void configureWebSocketTransport(WebSocketTransportRegistration registration) {
      registration
          .setMessageSizeLimit(MESSAGE_SIZE_LIMIT)
          .setSendTimeLimit(SEND_TIME_LIMIT_MILLIS)
          .setSendBufferSizeLimit(SEND_BUFFER_LIMIT)
          .addDecoratorFactory(sockets::watch);
    }

    @Override
    public void configureClientInboundChannel(ChannelRegistration registration) {
      registration.interceptors(new OwnDestinations());
    }
  }
}
