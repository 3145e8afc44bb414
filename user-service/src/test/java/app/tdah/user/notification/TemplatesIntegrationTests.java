package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.tdah.defaults.ids.Ids;
import app.tdah.events.CommunicationEvent.NotificationRequested;
import app.tdah.user.IntegrationTest;
import app.tdah.user.TestMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every template in every language, from the event to the mailbox. */
class TemplatesIntegrationTests extends IntegrationTest {

  private static final String VARIABLES =
      """
      {"text":"<i>x</i>","link":"http://localhost:8080/x?token=t0k3n&a=1","token":"t0k3n",
       "newEmailMasked":"<i>x</i>","factor":"<i>x</i>","change":"<i>x</i>","device":"<i>x</i>",
       "address":"<i>x</i>","place":"<i>x</i>","roles":"<i>x</i>","date":"<i>x</i>",
       "remaining":"<i>x</i>","receipt":"<i>x</i>","displayName":"<i>x</i>"}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt"})
  void arrivesAsTextAndHtml(String language) throws Exception {
    UUID user = register("Ana <b>", language);
    List<Template> templates = Arrays.asList(Template.values());
    templates.forEach(template -> request(user, template));

    await().atMost(SOON).until(() -> TestMail.to(addressOf(user)).size() == templates.size());

    List<MimeMessage> mails = TestMail.to(addressOf(user));
    for (MimeMessage mail : mails) {
      assertThat(mail.getSubject()).isNotBlank().doesNotContain("{");
      assertThat(mail.getHeader("Content-Language")).containsExactly(language);
      assertThat(mail.getContentType()).startsWith("multipart/alternative");
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getCount()).isEqualTo(2);
      assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
      assertThat(parts.getBodyPart(0).getContent().toString())
          .contains("Ana <b>", "http://localhost:8080/x?token=t0k3n&a=1")
          .doesNotContain("{", "null");
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
      assertThat(parts.getBodyPart(1).getContent().toString())
          .contains("Ana &lt;b&gt;", "href=\"http://localhost:8080/x?token=t0k3n&amp;a=1\"")
          .doesNotContain("<i>", "<b>", "${");
    }
    assertThat(mails).extracting(MimeMessage::getSubject).doesNotHaveDuplicates();
  }

  private void request(UUID user, Template template) {
    publish(
        new NotificationRequested(
            user,
            Ids.next(),
            template.key(),
            template.personal() ? null : cipher.seal(addressOf(user)),
            cipher.seal(VARIABLES)));
  }
}
