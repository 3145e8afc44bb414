package app.tdah.defaults.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.defaults.sample.SampleService;
import app.tdah.devstack.testing.EmbeddedServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest(classes = SampleService.class)
@AutoConfigureMockMvc
@EmbeddedServers
class FieldCipherIntegrationTests {

  @Autowired private FieldCipher cipher;

  @Test
  void readsWhatItWroteAndNeverWritesTheSame() {
    String first = cipher.encrypt("+5511987654321", "phone");
    assertThat(cipher.encrypt("+5511987654321", "phone"))
        .isNotEqualTo(first)
        .doesNotContain("5511");
    assertThat(cipher.decrypt(first, "phone")).isEqualTo("+5511987654321");
    assertThat(cipher.open(cipher.seal("olá"))).isEqualTo("olá");
  }

  @Test
  void refusesAnotherContextAndTamperedText() {
    String text = cipher.encrypt("secret", "one");
    assertThatThrownBy(() -> cipher.decrypt(text, "two")).isInstanceOf(UndecipherableField.class);
    assertThatThrownBy(() -> cipher.decrypt("AA" + text.substring(2), "one"))
        .isInstanceOf(UndecipherableField.class);
    assertThatThrownBy(() -> cipher.decrypt("not base64!", "one"))
        .isInstanceOf(UndecipherableField.class);
  }

  @Test
  void theBlindIndexIsStable() {
    assertThat(cipher.blindIndex("a@example.com"))
        .isEqualTo(cipher.blindIndex("a@example.com"))
        .isNotEqualTo(cipher.blindIndex("b@example.com"))
        .hasSize(64);
  }
}
