package app.tdah.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said, captured, reminded and sent. Topic {@code communication-events}. */
public sealed interface CommunicationEvent extends DomainEvent {

  /** A user's message was accepted; {@code channel} is {@code WEB} or {@code SMS}. */
  record MessageReceived(UUID userId, UUID messageId, UUID conversationId, String channel)
      implements CommunicationEvent {}

  /** The assistant's answer is complete; latency in milliseconds from acceptance. */
  record MessageAnswered(
      UUID userId,
      UUID messageId,
      UUID conversationId,
      String channel,
      String model,
      long latencyMillis)
      implements CommunicationEvent {}

  /** A task was created; {@code source} is {@code WEB}, {@code CHAT} or {@code SMS}. */
  record TaskCaptured(UUID userId, UUID taskId, String source) implements CommunicationEvent {}

  /** A task is done. */
  record TaskCompleted(UUID userId, UUID taskId) implements CommunicationEvent {}

  /** A task changed; {@code change} names the transition. */
  record TaskChanged(UUID userId, UUID taskId, String change) implements CommunicationEvent {}

  /** A reminder fired. */
  record ReminderDue(UUID userId, UUID reminderId, Instant dueAt) implements CommunicationEvent {}

  /** A text message came from a user's verified number. */
  record SmsReceived(
      UUID userId, String messageSid, EncryptedText from, EncryptedText body, Instant receivedAt)
      implements CommunicationEvent {}

  /**
   * A text message shall be sent: to {@code to}, or to the user's primary number when null. Purpose
   * {@code CONVERSATION}, {@code NOTIFICATION} or {@code SECURITY_CODE}.
   */
  record SmsRequested(
      @Nullable UUID userId,
      UUID requestId,
      @Nullable EncryptedText to,
      EncryptedText body,
      String purpose)
      implements CommunicationEvent {}

  /** The carrier told how a requested message fared, in Twilio's words. */
  record SmsStatusChanged(
      @Nullable UUID userId,
      UUID requestId,
      String messageSid,
      String status,
      @Nullable Integer errorCode)
      implements CommunicationEvent {}

  /**
   * The user shall be told something; variables are a JSON object of strings. The recipient is an
   * e-mail address, where it is not the profile's.
   */
  record NotificationRequested(
      UUID userId,
      UUID notificationId,
      String template,
      @Nullable EncryptedText recipient,
      EncryptedText variables)
      implements CommunicationEvent {}

  /** A notification left by a channel: {@code EMAIL}, {@code SMS}, {@code PUSH}, {@code IN_APP}. */
  record NotificationDelivered(UUID userId, UUID notificationId, String template, String channel)
      implements CommunicationEvent {}
}
