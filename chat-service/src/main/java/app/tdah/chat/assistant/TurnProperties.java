package app.tdah.chat.assistant;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are answered.
 *
 * @param lease after how long without a heartbeat another replica goes on with an answer
 * @param concurrency answers that one replica works on at a time
 * @param maxAttempts after how many lost leases an answer counts as failed
 * @param maxToolRounds how often a model may ask for tools before it has to answer
 * @param answerWait how long a request waits for its answer
 * @param modelSilence how long a model may say nothing
 * @param reservedOutputTokens how long an answer may get for which the budget is asked
 * @param historyMessages messages of the conversation that a model is shown
 * @param historyCharacters characters of them, in all
 */
@Validated
@ConfigurationProperties("assistant.chat.turn")
record TurnProperties(
    @DefaultValue("6s") Duration lease,
    @Positive @DefaultValue("64") int concurrency,
    @Positive @DefaultValue("5") int maxAttempts,
    @Positive @DefaultValue("6") int maxToolRounds,
    @DefaultValue("120s") Duration answerWait,
    @DefaultValue("60s") Duration modelSilence,
    @Positive @DefaultValue("2000") int reservedOutputTokens,
    @Positive @DefaultValue("40") int historyMessages,
    @Positive @DefaultValue("24000") int historyCharacters) {}
