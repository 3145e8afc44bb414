package app.tdah.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.devstack.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTests {

  @TempDir Path home;

  @Test
  void readsTheFileAndLetsTheEnvironmentWin() throws IOException {
    Files.writeString(
        home.resolve(".env"),
        """
        # a comment
        ASSISTANT_OWNER_EMAIL="owner@example.com"
        export ASSISTANT_AI_MODEL=openai # of our own
        ASSISTANT_OPENAI_API_KEY=
        ASSISTANT_SMTP_HOST=mail.example.com
        """);
    Settings settings = new Settings(home, Map.of("ASSISTANT_SMTP_HOST", "other.example.com"));
    assertThat(settings.value("OWNER_EMAIL")).contains("owner@example.com");
    assertThat(settings.value("AI_MODEL")).contains("openai");
    assertThat(settings.value("OPENAI_API_KEY")).isEmpty();
    assertThat(settings.value("SMTP_HOST")).contains("other.example.com");
  }

  @Test
  void movesAllPortsButThoseThatAreSet() {
    Settings settings =
        new Settings(home, Map.of("ASSISTANT_PORT_OFFSET", "1000", "ASSISTANT_CHAT_PORT", "7000"));
    assertThat(Deployable.AUTH.port(settings)).isEqualTo(9081);
    assertThat(Deployable.CHAT.port(settings)).isEqualTo(7000);
    assertThat(Endpoints.of(settings).publicUrl()).isEqualTo("http://localhost:9080");
  }

  @Test
  void rejectsAPortThatIsNoNumber() {
    Settings settings = new Settings(home, Map.of("ASSISTANT_CHAT_PORT", "http"));
    assertThatThrownBy(() -> Deployable.CHAT.port(settings))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("ASSISTANT_CHAT_PORT must be a number");
  }
}
