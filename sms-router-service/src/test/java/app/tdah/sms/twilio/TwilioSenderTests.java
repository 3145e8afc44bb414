package app.tdah.sms.twilio;

import app.tdah.sms.TestPhone;
import app.tdah.sms.sender.SmsSender;
import app.tdah.sms.sender.SmsSenderContract;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class TwilioSenderTests extends SmsSenderContract {

  private final SmsSender sender = new TwilioSender(properties(TestPhone.SIMULATOR.baseUri()));

  @AfterEach
  void noFault() {
    TestPhone.noFault();
  }

  @Override
  protected SmsSender sender() {
    return sender;
  }

  @Override
  protected void throttleOnce(int seconds) {
    TestPhone.fault("{\"status\":429,\"retryAfter\":" + seconds + ",\"times\":1}");
  }

  @Override
  protected void breakOnce() {
    TestPhone.fault("{\"status\":500,\"times\":1}");
  }

  @Override
  protected SmsSender unreachable() {
    return new TwilioSender(properties(URI.create("http://localhost:1")));
  }

  private static TwilioProperties properties(URI api) {
    return new TwilioProperties(
        api,
        TestPhone.ACCOUNT_SID,
        TestPhone.AUTH_TOKEN,
        List.of(TestPhone.OUR_NUMBER),
        "http://localhost:1");
  }
}
