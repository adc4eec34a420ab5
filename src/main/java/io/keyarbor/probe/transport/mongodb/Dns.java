package io.keyarbor.probe.transport.mongodb;

import java.util.Collections;
import java.util.List;
import java.util.Properties;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Looks up records that the platform's own look-up of addresses does not know. */
interface Dns {
  /**
   * The records of a name, as text; empty if there are none.
   *
   * @param type {@code SRV} or {@code TXT}
   */
  List<String> records(String name, String type);

  /**
   * The one at that address.
   *
   * @param server such as {@code dns://127.0.0.1:53}; {@code dns:} for the system's own
   */
  static Dns at(String server) {
    return (name, type) -> {
      Properties settings = new Properties();
      settings.setProperty(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
      settings.setProperty(Context.PROVIDER_URL, server);
      settings.setProperty("com.sun.jndi.dns.timeout.initial", "2000");
      settings.setProperty("com.sun.jndi.dns.timeout.retries", "2");
      try {
        return ask(settings, name, type);
      } catch (NameNotFoundException e) {
        return List.of();
      } catch (NamingException e) {
        throw new NoDns(e);
      }
    };
  }

  // This factory knows DNS only, whose records are texts: nothing is deserialised.
  @SuppressWarnings("BanJNDI")
  private static List<String> ask(Properties settings, String name, String type)
      throws NamingException {
    InitialDirContext context = new InitialDirContext(settings);
    try {
      Attribute found = context.getAttributes(name, new String[] {type}).get(type);
      return found == null
          ? List.of()
          : Collections.list(found.getAll()).stream().map(Object::toString).toList();
    } finally {
      context.close();
    }
  }

  /** DNS did not answer. */
  final class NoDns extends RuntimeException {
    NoDns(NamingException cause) {
      super(cause);
    }
  }
}
