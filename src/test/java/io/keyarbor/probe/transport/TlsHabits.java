package io.keyarbor.probe.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.Certificates;

/** What holds for every protocol with TLS, tried on a real server with a good credential. */
final class TlsHabits {
  private TlsHabits() {}

  /**
   * Tries each way to trust a server.
   *
   * @param visitor with a good credential and TLS, at a server that shows {@code leaf}
   * @param authority which signed {@code leaf} for 127.0.0.1
   * @param code what a good credential meets
   */
  static void hold(Visitor visitor, Certificates authority, Certificates leaf, String code)
      throws Exception {
    TlsTrust right = new TlsTrust.Authorities(authority.certificatePem());
    TlsTrust strange = new TlsTrust.Authorities(Certificates.loopback().certificatePem());
    String other = Certificates.loopback().fingerprint();

    assertEquals(code, visitor.trusting(right).meets());
    assertEquals(code, visitor.trusting(new TlsTrust.Pin(leaf.fingerprint())).meets());
    assertEquals(
        code,
        visitor.with("host", "localhost").trusting(new TlsTrust.Pin(leaf.fingerprint())).meets(),
        "a pin needs no name");
    assertEquals("pkix", visitor.trusting(new TlsTrust.SystemTrust()).meets());
    assertEquals("pkix", visitor.trusting(strange).meets());
    assertEquals("hostname_mismatch", visitor.with("host", "localhost").trusting(right).meets());

    Visitor misled = visitor.trusting(new TlsTrust.Pin(other));
    assertEquals("pin_mismatch", misled.meets());
    assertEquals(leaf.fingerprint(), misled.trust().refusal().orElseThrow().certificate().sha256());
  }
}
