package app.tdah.chat.assistant.model;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which models may be chosen, and what happens when one does not answer.
 *
 * @param others further models of the configured provider, beside its default one
 * @param fallback whether the built-in model answers when the provider does not
 */
@ConfigurationProperties("assistant.chat.models")
record ModelProperties(@DefaultValue List<String> others, @DefaultValue("true") boolean fallback) {}
