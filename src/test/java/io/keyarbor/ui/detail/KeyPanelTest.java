package io.keyarbor.ui.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.key.KeyMaterial;
import io.keyarbor.crypto.key.PrivateKeyFacts;
import io.keyarbor.probe.tls.FreshKey;
import io.keyarbor.settings.Theme;
import io.keyarbor.ui.testkit.OpenVault;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that turns out to be a private key. */
class KeyPanelTest {
  @TempDir Path folder;

  @Test
  void tellsTheFingerprintAndGivesThePublicHalf() {
    String key = FreshKey.like("OPENSSH PRIVATE KEY");
    PrivateKeyFacts facts;
    try (Secret text = TestVaults.secret(key)) {
      facts = KeyMaterial.of(text).key().orElseThrow();
    }
    try (OpenVault app = new OpenVault(folder)) {
      Credential credential = app.add("Deploy", "ssh", Map.of(), "private_key", key);
      var line = new DetailModel.Line("private_key", "Private key", Optional.empty());
      app.show(
          Theme.DARK,
          1.5,
          work -> {
            VBox content = new VBox(new SecretLine(work, new Deeds(work), credential.id(), line));
            content
                .getStylesheets()
                .add(DetailController.class.getResource("detail.css").toExternalForm());
            work.dialogs().show(content, "Key", () -> {});
          });
      app.person().see("ED25519, 256 bits");
      app.person().see(facts.fingerprint().orElseThrow());
      app.person().see("The key has none.");
      app.photograph("ssh-key-DARK-1.5");
      app.person().click("Copy public key");
      app.person().see("Public key copied");
      String copied = Stagehand.onFx(() -> Clipboard.getSystemClipboard().getString());
      assertEquals(facts.publicKey().orElseThrow(), copied);
      assertTrue(copied.startsWith("ssh-ed25519 AAAA"));
    }
  }
}
