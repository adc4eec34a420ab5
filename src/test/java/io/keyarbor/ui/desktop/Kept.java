package io.keyarbor.ui.desktop;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.tls.FreshKey;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A credential with a one-time code, a key, a file, and fields of a person's own. */
final class Kept {
  static final String NAME = "Build server";

  private Kept() {}

  static void fill(FakeSession session) {
    Map<String, Secret> secrets =
        TestVaults.secrets(
            "totp", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
            "private_key", FreshKey.like("OPENSSH PRIVATE KEY"),
            "Door code", "0000-fake",
            "file:plan of the rack.pdf", "%PDF-");
    session.add(
        new Details(
            NAME,
            "ssh",
            Optional.empty(),
            Map.of("host", "build.example", "user", "ci", "auth_method", "key", "Rack", "4"),
            Set.of(),
            false,
            "",
            Optional.empty(),
            new TlsTrust.SystemTrust()),
        secrets);
    secrets.values().forEach(Secret::close);
  }
}
