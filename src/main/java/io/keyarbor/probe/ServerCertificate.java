package io.keyarbor.probe;

import java.time.Instant;

/**
 * What a person needs to see to decide whether to trust a server.
 *
 * @param sha256 fingerprint of the leaf, as {@code AB:CD:...}
 * @param pinned the fingerprint that was expected, empty if none was
 */
public record ServerCertificate(
    String subject,
    String issuer,
    Instant notBefore,
    Instant notAfter,
    String sha256,
    String pinned) {}
