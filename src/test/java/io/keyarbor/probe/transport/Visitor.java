package io.keyarbor.probe.transport;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.tls.ServerTrust;
import io.keyarbor.probe.transport.all.Transports;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Somebody who logs in, as a template has it done. Unmodifiable.
 *
 * @param type the protocol
 * @param with its parameters
 * @param trust whom to trust
 * @param patience longest time of all; half of it to connect
 */
record Visitor(String type, Map<String, String> with, ServerTrust trust, Duration patience) {
  private static final Duration PERSON = Duration.ofSeconds(15);

  /** At a server on the loopback, with a person's patience. */
  static Visitor at(String type, int port) {
    return new Visitor(
        type,
        Map.of("host", "127.0.0.1", "port", Integer.toString(port)),
        ServerTrust.of(new TlsTrust.SystemTrust()),
        PERSON);
  }

  /** The same with one more parameter; an empty one is left out, as the engine does. */
  Visitor with(String name, String value) {
    Map<String, String> more = new HashMap<>(with);
    more.put(name, value);
    more.values().removeIf(String::isEmpty);
    return new Visitor(type, Map.copyOf(more), trust, patience);
  }

  /** The same who trusts these. */
  Visitor trusting(TlsTrust whom) {
    return new Visitor(type, with, ServerTrust.of(whom), patience);
  }

  /** The same with little patience. */
  Visitor hasty() {
    return new Visitor(type, with, trust, Duration.ofMillis(1200));
  }

  /** The same with a person's patience. */
  Visitor patient() {
    return new Visitor(type, with, trust, PERSON);
  }

  /** Logs in. */
  Reply visit() throws InterruptedException {
    return Transports.of(type).talk(new Login(with, trust, patience.dividedBy(2), patience));
  }

  /** What decides: the code, or the cause if there was no answer. */
  String meets() throws InterruptedException {
    Reply reply = visit();
    return reply.errorClass().isEmpty() ? reply.code() : reply.errorClass();
  }
}
