package app.tdah.user.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

class RefusalsTests {

  @Test
  void anUnknownMailboxIsFinal() throws Exception {
    assertThat(Refusals.isFinal(refusedWith(550))).isTrue();
  }

  @Test
  void aFullMailboxIsNot() throws Exception {
    assertThat(Refusals.isFinal(refusedWith(452))).isFalse();
  }

  @Test
  void aServerThatIsAwayIsNot() {
    assertThat(Refusals.isFinal(new MailSendException("down", new ConnectException("refused"))))
        .isFalse();
  }

  @Test
  void aRefusedLogInIsNot() {
    assertThat(
            Refusals.isFinal(
                new MailAuthenticationException(new AuthenticationFailedException("535"))))
        .isFalse();
  }

  @Test
  void theSummaryNamesNobody() throws Exception {
    assertThat(Refusals.summary(refusedWith(550)))
        .contains("SMTPAddressFailedException 550")
        .doesNotContain("ana@example.org");
  }

  private static MailSendException refusedWith(int code) throws Exception {
    SendFailedException failure =
        new SendFailedException(
            "Invalid Addresses",
            new SMTPAddressFailedException(
                new InternetAddress("ana@example.org"), "RCPT TO", code, "no ana@example.org"));
    return new MailSendException(Map.of("message", failure));
  }
}
