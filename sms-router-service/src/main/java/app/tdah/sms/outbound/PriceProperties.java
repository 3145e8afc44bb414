package app.tdah.sms.outbound;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The list price of one segment, in millionths of the currency unit, and which list it is. */
@ConfigurationProperties("assistant.sms.price")
record PriceProperties(long microsPerSegment, String currency, String version) {}
