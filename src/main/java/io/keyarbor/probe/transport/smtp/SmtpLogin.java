package io.keyarbor.probe.transport.smtp;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.smtp.SmtpLine.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * One try with one mechanism. Sources: RFC 4954 ({@code AUTH}), RFC 4616 ({@code PLAIN}), the
 * Internet draft {@code sasl-login}, and Google's description of {@code XOAUTH2}.
 *
 * @param smtp the connection, protected as the person chose
 * @param login as whom
 */
record SmtpLogin(SmtpLine smtp, Login login) {
  /** The code of the reply, or {@code no_login} if no mechanism fits. */
  String code(List<String> mechanisms) throws IOException {
    String token = login.get("access_token");
    if (!token.isEmpty()) {
      return mechanisms.contains("XOAUTH2") ? withToken(token) : "no_login";
    }
    if (mechanisms.contains("PLAIN")) {
      return plain();
    }
    return mechanisms.contains("LOGIN") ? inTwoSteps() : "no_login";
  }

  private String plain() throws IOException {
    String text = "\0" + user() + "\0" + whole(login.get("password"));
    return smtp.ask("AUTH PLAIN " + base64(text)).code();
  }

  private String inTwoSteps() throws IOException {
    Said said = smtp.ask("AUTH LOGIN");
    if (said.is("334")) {
      said = smtp.ask(base64(user()));
    }
    return said.is("334") ? smtp.ask(base64(login.get("password"))).code() : said.code();
  }

  private String withToken(String token) throws IOException {
    if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new BadInput("The access token holds a character that none can have. Paste it again.");
    }
    String text = "user=" + whole(user()) + "\1auth=Bearer " + token + "\1\1";
    Said said = smtp.ask("AUTH XOAUTH2 " + base64(text));
    // It says first why not, and gives the code after an empty line.
    return said.is("334") ? smtp.ask("").code() : said.code();
  }

  private String user() {
    return whole(login.get("username"));
  }

  /** The mechanisms separate their parts by these characters. */
  private static String whole(String part) {
    if (part.indexOf('\0') >= 0 || part.indexOf('\1') >= 0) {
      throw new BadInput("The user or the password holds a character that cannot be sent.");
    }
    return part;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
