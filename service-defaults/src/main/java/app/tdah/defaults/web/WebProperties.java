package app.tdah.defaults.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of requests.
 *
 * @param maxBodySize the largest accepted body
 */
@ConfigurationProperties("assistant.web")
record WebProperties(@DefaultValue("1MB") DataSize maxBodySize) {}
