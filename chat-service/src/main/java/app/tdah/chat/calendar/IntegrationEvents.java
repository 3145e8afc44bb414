package app.tdah.chat.calendar;

import app.tdah.chat.realtime.Realtime;
import app.tdah.defaults.crypto.FieldCipher;
import app.tdah.defaults.events.EventHandler;
import app.tdah.defaults.events.EventMetadata;
import app.tdah.events.IntegrationEvent;
import app.tdah.events.IntegrationEvent.Connected;
import app.tdah.events.IntegrationEvent.Disconnected;
import app.tdah.events.IntegrationEvent.ItemRemoved;
import app.tdah.events.IntegrationEvent.ItemSynced;
import app.tdah.events.IntegrationEvent.ReconnectNeeded;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the user's connected accounts: keeps their calendar, and tells their sockets. */
@Configuration(proxyBeanMethods = false)
class IntegrationEvents {

  private static final String CALENDAR_EVENT = "CALENDAR_EVENT";

  private final Calendar calendar;
  private final FieldCipher cipher;
  private final Realtime realtime;

  IntegrationEvents(Calendar calendar, FieldCipher cipher, Realtime realtime) {
    this.calendar = calendar;
    this.cipher = cipher;
    this.realtime = realtime;
  }

  @Bean
  EventHandler<ItemSynced> onItemSynced() {
    return handler(
        ItemSynced.class,
        event -> {
          if (event.kind().equals(CALENDAR_EVENT)) {
            calendar.put(
                event.userId(), event.integrationId(), event.itemId(), cipher.open(event.data()));
          }
        });
  }

  @Bean
  EventHandler<ItemRemoved> onItemRemoved() {
    return handler(
        ItemRemoved.class, event -> calendar.remove(event.integrationId(), event.itemId()));
  }

  @Bean
  EventHandler<Connected> onConnected() {
    return handler(
        Connected.class,
        event -> tell(event.userId(), event.integrationId(), event.provider(), "CONNECTED"));
  }

  @Bean
  EventHandler<ReconnectNeeded> onReconnectNeeded() {
    return handler(
        ReconnectNeeded.class,
        event -> tell(event.userId(), event.integrationId(), event.provider(), "RECONNECT_NEEDED"));
  }

  @Bean
  EventHandler<Disconnected> onDisconnected() {
    return handler(
        Disconnected.class,
        event -> {
          calendar.removeAll(event.integrationId());
          tell(event.userId(), event.integrationId(), event.provider(), "DISCONNECTED");
        });
  }

  private void tell(UUID userId, UUID integrationId, String provider, String status) {
    realtime.publish(
        userId,
        "integration.changed",
        Map.of("integrationId", integrationId, "provider", provider, "status", status));
  }

  private static <E extends IntegrationEvent> EventHandler<E> handler(
      Class<E> type, Consumer<E> handling) {
    return new EventHandler<>() {
      @Override
      public Class<E> eventType() {
        return type;
      }

      @Override
      public void handle(E event, EventMetadata metadata) {
        handling.accept(event);
      }
    };
  }
}
