package io.keyarbor.probe.transport.all;

import io.keyarbor.probe.text.BadInput;
import io.keyarbor.probe.transport.Transport;
import io.keyarbor.probe.transport.ldap.LdapTransport;
import io.keyarbor.probe.transport.mongodb.MongoTransport;
import io.keyarbor.probe.transport.redis.RedisTransport;
import io.keyarbor.probe.transport.smtp.SmtpTransport;
import io.keyarbor.probe.transport.sql.JdbcTransport;
import io.keyarbor.probe.transport.ssh.SshTransport;

/** The protocols that templates can name. A driver's classes are loaded when it is first used. */
public final class Transports {
  private Transports() {}

  /**
   * The protocol of that name.
   *
   * @param type as in a template: {@code jdbc redis mongodb ssh smtp ldap}
   * @throws BadInput if there is none
   */
  public static Transport of(String type) {
    return switch (type) {
      case "jdbc" -> new JdbcTransport();
      case "ldap" -> new LdapTransport();
      case "mongodb" -> new MongoTransport();
      case "redis" -> new RedisTransport();
      case "smtp" -> new SmtpTransport();
      case "ssh" -> new SshTransport();
      default -> throw new BadInput("The template names a protocol that is not known: " + type);
    };
  }
}
