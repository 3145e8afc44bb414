package app.tdah.sms.twilio;

import app.tdah.sms.sender.OutgoingSms;
import app.tdah.sms.sender.SendResult;
import app.tdah.sms.sender.SmsSender;
import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Twilio's Messages resource, API version 2010-04-01. */
@Component
class TwilioSender implements SmsSender {

  /** Carried in the status callback's URL; the signature covers it. */
  static final String REQUEST_PARAMETER = "request";

  private static final Logger log = LoggerFactory.getLogger(TwilioSender.class);
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(10);
  private static final long LOOK_BACK = 50;

  private final TwilioProperties properties;
  private final TwilioRestClient client;

  TwilioSender(TwilioProperties properties) {
    this.properties = properties;
    this.client =
        new TwilioRestClient.Builder(properties.accountSid(), properties.authToken())
            .httpClient(new TwilioHttpClient(properties.apiUrl()))
            .build();
  }

  @Override
  public List<String> numbers() {
    return properties.configured() ? properties.numbers() : List.of();
  }

  @Override
  public SendResult send(OutgoingSms sms) {
    try {
      return accepted(
          Message.creator(new PhoneNumber(sms.to()), new PhoneNumber(sms.from()), sms.body())
              .setStatusCallback(URI.create(statusCallback(sms)))
              .create(client));
    } catch (TwilioHttpClient.Throttled e) {
      return new SendResult.NotSent("429", e.retryAfter());
    } catch (TwilioHttpClient.Unreachable e) {
      return new SendResult.NotSent("unreachable", null);
    } catch (TwilioHttpClient.BrokenOff e) {
      return new SendResult.Unclear("broken off");
    } catch (ApiException e) {
      return refused(e);
    } catch (TwilioException e) {
      return new SendResult.Unclear("unreadable answer");
    }
  }

  @Override
  public Optional<List<SendResult.Accepted>> taken(OutgoingSms sms, Instant since) {
    try {
      Instant from = since.minus(CLOCK_DIFFERENCE);
      return Optional.of(
          Message.reader()
              .setTo(new PhoneNumber(sms.to()))
              .setFrom(new PhoneNumber(sms.from()))
              .setPageSize(LOOK_BACK)
              .firstPage(client)
              .getRecords()
              .stream()
              .filter(message -> sms.body().strip().equals(message.getBody().strip()))
              .filter(message -> createdAfter(message, from))
              .map(TwilioSender::accepted)
              .toList());
    } catch (TwilioHttpClient.Throttled
        | TwilioHttpClient.Unreachable
        | TwilioHttpClient.BrokenOff
        | TwilioException e) {
      log.info("Twilio cannot tell about {}: {}", sms.requestId(), e.getMessage());
      return Optional.empty();
    }
  }

  private String statusCallback(OutgoingSms sms) {
    return properties.publicUrl(
        TwilioProperties.STATUS_PATH + "?" + REQUEST_PARAMETER + "=" + sms.requestId());
  }

  private static boolean createdAfter(Message message, Instant from) {
    @Nullable ZonedDateTime created = message.getDateCreated();
    return created == null || !created.toInstant().isBefore(from);
  }

  private static SendResult.Accepted accepted(Message message) {
    Integer segments =
        message.getNumSegments() == null ? null : Integer.valueOf(message.getNumSegments());
    return new SendResult.Accepted(
        message.getSid(), message.getStatus().toString(), positive(segments));
  }

  /** Twilio says 0 as long as it has not counted. */
  private static @Nullable Integer positive(@Nullable Integer segments) {
    return segments == null || segments < 1 ? null : segments;
  }

  /**
   * Wrong credentials (401, 403) are ours to mend, and a server error may come after the sending.
   */
  private static SendResult refused(ApiException e) {
    int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
    if (status == 401 || status == 403 || status == 408) {
      return new SendResult.NotSent("Twilio answered " + status, null);
    }
    if (status >= 400 && status < 500) {
      return new SendResult.Rejected(e.getCode() == null ? status : e.getCode());
    }
    return new SendResult.Unclear("Twilio answered " + status);
  }
}
