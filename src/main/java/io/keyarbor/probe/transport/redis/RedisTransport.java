package io.keyarbor.probe.transport.redis;

import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.Reply;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Body;
import io.keyarbor.probe.transport.line.Conversation;
import io.keyarbor.probe.transport.line.Line;
import io.keyarbor.probe.transport.line.Tls;
import io.keyarbor.probe.transport.redis.Resp.Said;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logs in at Redis, Valkey and their kin with {@code AUTH}, then asks {@code PING}, {@code ACL
 * WHOAMI} and {@code INFO server}. Source: the commands' pages of the Redis documentation.
 */
public final class RedisTransport implements Transport {
  private static final int PORT = 6379;
  private static final String NO_PASSWORD = "no_password";
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
  private static final Pattern VERSION =
      Pattern.compile("(?m)^(?:valkey|redis)_version:([0-9A-Za-z.-]{1,40})\\s*$");

  @Override
  public Reply talk(Login login) throws InterruptedException {
    Tls tls = Tls.of(login, Tls.OFF, Tls.ON);
    return Conversation.hold(login, Address.of(login, PORT), tls, line -> logIn(line, login));
  }

  private static Reply logIn(Line line, Login login) throws IOException {
    Resp redis = new Resp(line.open());
    boolean standardUser = login.get("username").matches("|default");
    if (standardUser) {
      Said before = redis.ask("PING");
      if (!before.isError() || before.error().equals("NOPERM")) {
        // Any password would do, so none is sent.
        return Reply.answered(NO_PASSWORD, whoIsIt(redis).json());
      }
      if (!before.error().equals("NOAUTH") || login.get("password").isEmpty()) {
        return refused(before);
      }
    }
    Said entry = authenticate(redis, login);
    if (entry.isError()) {
      return refused(entry);
    }
    Said ping = redis.ask("PING");
    Body body = whoIsIt(redis);
    return Reply.answered(ping.isError() ? code(ping) : "ok", body.json());
  }

  private static Said authenticate(Resp redis, Login login) throws IOException {
    String user = login.get("username");
    return user.isEmpty()
        ? redis.ask("AUTH", login.get("password"))
        : redis.ask("AUTH", user, login.get("password"));
  }

  private static Body whoIsIt(Resp redis) throws IOException {
    Body body = new Body();
    answered(redis.ask("ACL", "WHOAMI")).ifPresent(user -> body.with("user", user));
    answered(redis.ask("INFO", "server"))
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .ifPresent(version -> body.with("version", version.group(1)));
    return body;
  }

  private static Optional<String> answered(Said said) {
    return said.isError() ? Optional.empty() : Optional.of(said.text());
  }

  private static Reply refused(Said said) throws IOException {
    return Reply.answered(code(said), "");
  }

  private static String code(Said error) throws IOException {
    if (error.text().startsWith("ERR invalid password")) {
      // So said Redis before version 6.
      return "WRONGPASS";
    }
    if (!CODE.matcher(error.error()).matches()) {
      throw new ProtocolException("no error of Redis");
    }
    return error.error();
  }
}
