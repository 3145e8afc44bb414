package app.tdah.user.notification;

import app.tdah.user.profile.Contact;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts notifications into the user's words. */
@Component
class Wording {

  private static final Set<String> LANGUAGES = Set.of("en", "es", "pt");
  private static final Set<String> CODES = Set.of("factor", "change", "check-in");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final int MAX_SUBJECT = 120;

  private final MessageSource messages;
  private final String publicUrl;

  Wording(MessageSource messages, @Value("${assistant.public-url}") String publicUrl) {
    this.messages = messages;
    this.publicUrl = publicUrl;
  }

  /** An e-mail; the contact is missing while the profile is on its way, or gone. */
  Texts mail(Notification notification, Optional<Contact> contact) {
    Template template = notification.template();
    Locale locale = locale(notification, contact);
    String name =
        oneLine(contact.map(Contact::displayName).orElse(notification.variable("displayName")));
    Object[] arguments = arguments(notification, contact, locale);
    String link = link(notification);
    return new Texts(
        locale,
        text(locale, "product"),
        Line.shortened(oneLine(text(locale, template.key() + ".subject", arguments)), MAX_SUBJECT),
        name.isEmpty()
            ? text(locale, "greeting.nameless")
            : either(locale, template.key() + ".greeting", "greeting", name),
        text(locale, template.key() + ".body", arguments),
        highlight(template, arguments),
        link.isEmpty() ? "" : either(locale, template.key() + ".action", "action"),
        link,
        either(locale, template.key() + ".footer", "footer." + template.category()));
  }

  /** A few words for the app and for push. */
  Line line(Notification notification, Optional<Contact> contact) {
    Template template = notification.template();
    Locale locale = locale(notification, contact);
    Object[] arguments = arguments(notification, contact, locale);
    String body = either(locale, template.key() + ".text", template.key() + ".body", arguments);
    return new Line(
        either(locale, template.key() + ".title", template.key() + ".subject", arguments),
        Stream.of(body, highlight(template, arguments))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n")),
        link(notification));
  }

  String sms(Notification notification, Optional<Contact> contact) {
    Locale locale = locale(notification, contact);
    String key = notification.template().key() + ".sms";
    String said =
        Optional.ofNullable(
                messages.getMessage(key, arguments(notification, contact, locale), null, locale))
            .orElseGet(() -> {
              Line line = line(notification, contact);
              return text(locale, "sms", line.title(), line.body());
            });
    return (said.strip() + answers(notification, locale)).strip();
  }

  /** Which words answer it, where it waits for an answer. */
  private String answers(Notification notification, Locale locale) {
    String key = notification.template().key() + ".answers";
    return notification.variable("rung").isEmpty()
        ? ""
        : "\n" + Objects.requireNonNullElse(messages.getMessage(key, null, "", locale), "");
  }

  private Object[] arguments(Notification notification, Optional<Contact> contact, Locale locale) {
    ZoneId zone = contact.map(Contact::zone).orElse(ZoneOffset.UTC);
    return notification.template().variables().stream()
        .map(name -> value(name, notification.variable(name), locale, zone))
        .toArray();
  }

  private String value(String name, String raw, Locale locale, ZoneId zone) {
    if (CODES.contains(name)) {
      String code = raw.toLowerCase(Locale.ROOT).replace('_', '-');
      return Optional.ofNullable(messages.getMessage(name + "." + code, null, null, locale))
          .orElse(raw);
    }
    return switch (name) {
      case "date" -> date(raw, locale, zone);
      case "late" -> late(raw, locale, zone);
      default -> raw;
    };
  }

  /** Since when it should have been said; empty when it is in time. */
  private String late(String raw, Locale locale, ZoneId zone) {
    String moment = raw.isEmpty() ? "" : date(raw, locale, zone);
    return moment.equals(raw) ? "" : text(locale, "late", moment);
  }

  private static String date(String raw, Locale locale, ZoneId zone) {
    try {
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
          .withLocale(locale)
          .format(Instant.parse(raw).atZone(zone));
    } catch (DateTimeException e) {
      return raw; // whoever asked has made it readable already
    }
  }

  private static String highlight(Template template, Object[] arguments) {
    return template.highlighted()
        ? Stream.of(arguments)
            .map(Object::toString)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("\n"))
        : "";
  }

  private String link(Notification notification) {
    String given = notification.variable("link");
    String page = notification.template().page();
    return !given.isEmpty() || page.isEmpty() ? given : publicUrl + page;
  }

  private static Locale locale(Notification notification, Optional<Contact> contact) {
    String asked = notification.variable("locale");
    return contact
        .map(Contact::locale)
        .orElse(LANGUAGES.contains(asked) ? Locale.of(asked) : Locale.ENGLISH);
  }

  private String text(Locale locale, String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  private String either(Locale locale, String key, String fallback, Object... arguments) {
    return Optional.ofNullable(messages.getMessage(key, arguments, null, locale))
        .orElseGet(() -> messages.getMessage(fallback, arguments, locale));
  }

  /** A line break in a header would start another header. */
  private static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }
}
