package app.tdah.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsReplyTests {

  @Test
  void leavesOutMarkdownAndTypography() {
    assertThat(SmsReply.shortened("# Today\n\n**Milk** – “now”…\n\n\n`x`"))
        .isEqualTo("Today\nMilk - \"now\"...\nx");
  }

  @Test
  void cutsBetweenWords() {
    String cut = SmsReply.shortened("word ".repeat(200));
    assertThat(cut).hasSizeLessThanOrEqualTo(SmsReply.MAX_LENGTH).endsWith("word...");
  }
}
