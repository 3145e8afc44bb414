package app.tdah.devstack.simulator.google;

import app.tdah.devstack.simulator.http.Parameters;

/** The page on which a person approves or denies. */
final class ConsentPage {
  private static final String FRAME =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
      body { margin: 0; min-height: 100vh; display: grid; place-items: center;
        background: light-dark(#f3f4f6, #17191d); color: light-dark(#1f2328, #e6e8eb) }
      main { width: min(26rem, 100vw - 2rem); box-sizing: border-box; padding: 2rem;
        border-radius: 1rem; background: light-dark(#fff, #22252b) }
      h1 { font-size: 1.3rem; margin: 0 0 .5rem }
      p { color: light-dark(#57606a, #a5adb8); margin: .25rem 0 1rem }
      label { display: flex; gap: .75rem; padding: .6rem 0; align-items: baseline }
      .actions { display: flex; gap: .75rem; justify-content: flex-end; margin-top: 1.5rem }
      button { font: inherit; padding: .6rem 1.4rem; border-radius: 2rem; cursor: pointer;
        border: 1px solid light-dark(#d0d7de, #444b55); background: none; color: inherit }
      button.primary { background: #0b57d0; border-color: #0b57d0; color: #fff }
      </style>
      </head>
      <body><main>%s</main></body>
      </html>
      """;

  private ConsentPage() {}

  static String ask(Authorization authorization, Parameters query) {
    StringBuilder form = new StringBuilder();
    form.append("<h1>Personal Assistant wants access to your Google Account</h1>");
    form.append("<p>Simulated account ").append(escape(authorization.account())).append("</p>");
    form.append("<form method=\"post\" action=\"").append(ConsentApi.PATH).append("\">");
    for (String name : Authorization.PARAMETERS) {
      query.get(name).ifPresent(value -> form.append(hidden(name, value)));
    }
    for (String scope : authorization.scopes()) {
      form.append("<label><input type=\"checkbox\" name=\"approved\" value=\"")
          .append(escape(scope))
          .append(Scopes.isIdentity(scope) ? "\" checked disabled>" : "\" checked>")
          .append("<span>")
          .append(escape(Scopes.describe(scope)))
          .append("</span></label>");
    }
    form.append(
        """
        <div class="actions">
        <button name="decision" value="deny">Deny</button>
        <button name="decision" value="approve" class="primary">Approve</button>
        </div></form>\
        """);
    return FRAME.formatted("Google consent (simulated)", form);
  }

  static String refuse(int status, Authorization.Refused refused) {
    return FRAME.formatted(
        "Error " + status,
        "<h1>Access blocked: authorization error</h1><p>%s</p><p>Error %d: %s</p>"
            .formatted(escape(String.valueOf(refused.getMessage())), status, refused.error));
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, escape(value));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
