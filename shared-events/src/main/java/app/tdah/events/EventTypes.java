package app.tdah.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event type with its CloudEvents name and topic, derived from the sealed interfaces: {@code
 * UserEvent.EmailVerified} is {@code app.tdah.user.email-verified.v1} on {@code user-events}.
 */
public final class EventTypes {

  private static final List<Class<?>> DOMAINS = List.of(DomainEvent.class.getPermittedSubclasses());

  private static final Map<String, Class<? extends DomainEvent>> BY_NAME =
      DOMAINS.stream()
          .flatMap(domain -> Arrays.stream(domain.getPermittedSubclasses()))
          .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
          .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

  private EventTypes() {}

  /** The CloudEvents {@code type}, such as {@code app.tdah.user.registered.v1}. */
  public static String nameOf(Class<? extends DomainEvent> type) {
    return "app.tdah." + domainOf(type) + "." + kebab(type.getSimpleName()) + ".v1";
  }

  /** The Kafka topic of a type or of a whole domain, such as {@code user-events}. */
  public static String topicOf(Class<? extends DomainEvent> type) {
    return domainOf(type) + "-events";
  }

  /**
   * The record for a CloudEvents {@code type}; empty for a type that this version does not know.
   */
  public static Optional<Class<? extends DomainEvent>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All known types. */
  public static Collection<Class<? extends DomainEvent>> all() {
    return BY_NAME.values();
  }

  /** All topics, without their dead-letter topics. */
  public static List<String> topics() {
    return DOMAINS.stream()
        .map(domain -> topicOf(domain.asSubclass(DomainEvent.class)))
        .sorted()
        .toList();
  }

  /** Where events of a topic go that could not be handled. */
  public static String deadLetterTopicOf(String topic) {
    return topic + ".dlt";
  }

  private static String domainOf(Class<? extends DomainEvent> type) {
    Class<?> domain = type.isInterface() ? type : type.getInterfaces()[0];
    return kebab(domain.getSimpleName().replace("Event", ""));
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
