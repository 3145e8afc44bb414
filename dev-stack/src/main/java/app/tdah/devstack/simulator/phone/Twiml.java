package app.tdah.devstack.simulator.phone;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The texts that a webhook's answer asks to send back: TwiML messages, or plain text itself. */
final class Twiml {
  private Twiml() {}

  static List<String> replies(HttpResponse<String> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    String body = response.body().strip();
    if (body.isEmpty()) {
      return List.of();
    }
    if (type.startsWith("text/plain")) {
      return List.of(body);
    }
    return type.contains("xml") || type.startsWith("text/html") ? messages(body) : List.of();
  }

  private static List<String> messages(String xml) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      NodeList messages =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getElementsByTagName("Message");
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < messages.getLength(); i++) {
        if (messages.item(i) instanceof Element message) {
          NodeList bodies = message.getElementsByTagName("Body");
          Element text = bodies.item(0) instanceof Element body ? body : message;
          texts.add(text.getTextContent().strip());
        }
      }
      return texts.stream().filter(text -> !text.isEmpty()).toList();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("The webhook's answer is not TwiML", e);
    }
  }
}
