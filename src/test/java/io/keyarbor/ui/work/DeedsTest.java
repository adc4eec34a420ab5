package io.keyarbor.ui.work;

import static io.keyarbor.vault.TestVaults.details;
import static io.keyarbor.vault.TestVaults.key;
import static io.keyarbor.vault.TestVaults.secrets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.desktop.FxClipboard;
import io.keyarbor.ui.testkit.AtOnce;
import io.keyarbor.ui.testkit.Heard;
import io.keyarbor.ui.testkit.OneFile;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back out of the trash tells what really came back. */
class DeedsTest {
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private Vault vault;
  private Credentials credentials;
  private Deeds deeds;

  @BeforeEach
  void open() {
    vault = TestVaults.vault(folder);
    Session session = vault.create(folder.resolve("mine.keyarbor"), "mine", key("a b c"));
    credentials = session.credentials();
    deeds =
        new Deeds(
            new Workspace(
                session,
                JsonCatalogue.bundled(),
                new AtOnce(),
                heard,
                new OneFile(),
                new Copying(
                    new SecretClipboard(new FxClipboard(), (delay, deed) -> () -> {}),
                    new SettingsStore(folder.resolve("settings.json"))),
                Clock.systemUTC(),
                page -> {}));
    for (String name : List.of("a", "b")) {
      credentials.add(details(name), secrets("token", name));
    }
  }

  @AfterEach
  void lock() {
    vault.lock();
  }

  @Test
  void onlyWhatIsStillInTheTrashIsRestored() {
    Credential a = credentials.named("a").orElseThrow();
    deeds.moveToTrash(credentials.all());
    credentials.purge(List.of(a.id()));
    heard.undo();
    assertEquals(List.of("2 credentials moved to the trash", "Restored"), heard.words());
    assertEquals(1, credentials.all().size());
  }

  @Test
  void whereAOneTimeKeyIsTheOnlySecretItsCodeIsCopied() {
    Credential codes =
        credentials.add(details("codes"), secrets("otp", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    Credential broken = credentials.add(details("broken"), secrets("otp", "not Base32!"));
    Credential file = credentials.add(details("file"), secrets("file:plan.pdf", "text"));
    Stagehand.onFx(() -> {
      deeds.copyMainSecret(codes);
      return null;
    });
    String copied = Stagehand.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.matches("\\d{6}"), "this is no code");

    deeds.copyMainSecret(broken);
    deeds.copyMainSecret(file);
    assertEquals(
        List.of("One-time code of codes copied; cleared in 30 s", "“file” has no secret to copy"),
        heard.words());
    assertInstanceOf(VaultException.Refused.class, heard.errors().getFirst());
  }

  @Test
  void nothingIsSaidToBeRestoredThatWasNot() {
    Credential a = credentials.named("a").orElseThrow();
    deeds.moveToTrash(List.of(a));
    credentials.purge(List.of(a.id()));
    heard.undo();
    assertEquals("It was deleted for good.", heard.errors().getFirst().getMessage());

    Credential b = credentials.named("b").orElseThrow();
    deeds.moveToTrash(List.of(b));
    credentials.restore(List.of(b.id()));
    heard.undo();
    assertInstanceOf(VaultException.ChangedElsewhere.class, heard.errors().getLast());
    assertEquals(2, heard.words().size());
  }
}
