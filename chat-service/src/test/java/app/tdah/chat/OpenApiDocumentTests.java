package app.tdah.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.tdah.devstack.testing.EmbeddedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The committed document is what the code says; rewrite it with {@code -Dopenapi.update=true}. */
@EmbeddedServers
@SpringBootTest
@AutoConfigureMockMvc
class OpenApiDocumentTests {

  private static final Path COMMITTED = Path.of("../docs/openapi/chat.json");

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Autowired private MockMvcTester mvc;

  @Test
  void committedDocumentIsCurrent() throws IOException {
    String served = mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
    String current = json.writeValueAsString(json.readTree(served)) + "\n";
    if (Boolean.getBoolean("openapi.update")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, current);
    }
    assertThat(json.readTree(Files.readString(COMMITTED))).isEqualTo(json.readTree(current));
  }
}
