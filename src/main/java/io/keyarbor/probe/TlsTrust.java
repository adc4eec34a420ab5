package io.keyarbor.probe;

/** Which server certificates a credential's tests accept. There is no way to accept any. */
public sealed interface TlsTrust {
  /** Those the system trusts. */
  record SystemTrust() implements TlsTrust {}

  /** Those signed by a certificate of this PEM text. */
  record Authorities(String pem) implements TlsTrust {}

  /**
   * The one leaf with this SHA-256 fingerprint, {@code AB:CD:...}; its host name is not checked.
   */
  record Pin(String sha256) implements TlsTrust {}
}
