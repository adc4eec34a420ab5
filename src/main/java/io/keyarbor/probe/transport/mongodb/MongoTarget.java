package io.keyarbor.probe.transport.mongodb;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Login;
import io.keyarbor.probe.transport.line.Address;
import io.keyarbor.probe.transport.line.Tls;
import java.util.List;

/**
 * Where to connect and as whom, whichever way it was given. Lives as long as one conversation.
 *
 * @param hosts to be tried in order until one is there; at least one
 * @param tls whether the connection is protected
 * @param user empty for nobody
 * @param source the database that knows the user
 * @param mechanism empty for what the server prefers
 */
record MongoTarget(
    List<Address> hosts, Tls tls, String user, String password, String source, String mechanism) {
  static final int PORT = 27_017;

  /**
   * What a login says.
   *
   * @param dns to look up the hosts of a URL that leaves that to it
   * @throws BadInput if it cannot be understood, or asks for what a test does not do
   */
  static MongoTarget of(Login login, Dns dns) {
    Tls tls = Tls.of(login, Tls.OFF, Tls.ON);
    String url = login.get("url");
    if (!url.isEmpty()) {
      return MongoUrl.parse(url).target(tls, dns);
    }
    String source = login.get("auth_source");
    return new MongoTarget(
        List.of(Address.of(login, PORT)),
        tls,
        login.get("username"),
        login.get("password"),
        source.isEmpty() ? "admin" : source,
        "");
  }
}
