package io.keyarbor.probe.transport.smtp;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Body;
import io.keyarbor.probe.transport.line.Conversation;
import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.Tls;
import io.keyarbor.probe.transport.smtp.SmtpLine.Said;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Logs in at a mail server as one who wants to hand in mail (RFC 6409), and leaves without doing
 * so.
 */
public final class SmtpTransport implements Transport {
  private static final int PORT = 587;
  private static final int TLS_PORT = 465;

  /** Names nobody: the server has no use for this computer's name. */
  private static final String HELLO = "EHLO [127.0.0.1]";

  /** What a server says instead of its greeting: too many, or no service here. */
  private static final Set<String> AT_THE_DOOR = Set.of("421", "554");

  @Override
  public Reply talk(Login login) throws InterruptedException {
    Tls tls = Tls.of(login, Tls.STARTTLS, Tls.ON, Tls.OFF);
    if (login.get("password").isEmpty() && login.get("access_token").isEmpty()) {
      throw new BadInput("There is neither a password nor an access token. Fill one in.");
    }
    return Conversation.hold(
        login, Address.of(login, tls == Tls.ON ? TLS_PORT : PORT), tls, line -> logIn(line, login));
  }

  private static Reply logIn(Line line, Login login) throws IOException {
    Socket connection = line.open();
    SmtpLine smtp = new SmtpLine(connection);
    Said greeting = smtp.read();
    if (AT_THE_DOOR.contains(greeting.code())) {
      return Reply.answered(greeting.code(), "");
    }
    expect(greeting, "220");
    Said hello = expect(smtp.ask(HELLO), "250");
    if (line.tls() == Tls.STARTTLS) {
      // A refusal may come from anyone between, and so may all that was said up to here.
      if (!smtp.ask("STARTTLS").is("220")) {
        throw line.withoutTls();
      }
      smtp = new SmtpLine(line.secure(connection));
      hello = expect(smtp.ask(HELLO), "250");
    }
    List<String> mechanisms = mechanisms(hello);
    Body body =
        new Body()
            .with("banner", greeting.lines().getFirst())
            .with("mechanisms", String.join(" ", mechanisms));
    String code = new SmtpLogin(smtp, login).code(mechanisms);
    smtp.ask("QUIT");
    return Reply.answered(code, body.json());
  }

  private static Said expect(Said said, String code) throws IOException {
    if (!said.is(code)) {
      throw new ProtocolException("not what was expected");
    }
    return said;
  }

  /** RFC 4954, section 3; some old servers write an equals sign. */
  private static List<String> mechanisms(Said hello) {
    return hello.lines().stream()
        .map(line -> line.toUpperCase(Locale.ROOT))
        .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH="))
        .flatMap(line -> Arrays.stream(line.substring("AUTH ".length()).split(" ")))
        .filter(name -> name.matches("[A-Z0-9_-]{1,20}"))
        .distinct()
        .toList();
  }
}
