package app.tdah.defaults.events;

import app.tdah.events.DomainEvent;

/**
 * Takes part in what other services tell. Every bean of it is subscribed. It runs in one
 * transaction with the event's inbox row, so that a redelivered event changes nothing; work that is
 * slow or reaches outside belongs into a table and a job.
 */
public interface EventHandler<E extends DomainEvent> {

  /** The record to handle, or {@link DomainEvent} itself for every known event. */
  Class<E> eventType();

  /** Handles one event; an exception rolls everything back and the event comes again. */
  void handle(E event, EventMetadata metadata);
}
