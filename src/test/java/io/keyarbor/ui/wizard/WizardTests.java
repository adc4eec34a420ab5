package io.keyarbor.ui.wizard;

import io.keyarbor.crypto.Secret;
import io.keyarbor.demo.tour.Person;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.settings.Theme;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.dialog.DialogLayer;
import io.keyarbor.ui.task.VirtualThreads;
import io.keyarbor.ui.testkit.OneFile;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.work.Edits;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.TestVaults;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The wizard over a real vault, and a person before it. */
abstract class WizardTests {
  static final char[] GOOD = ScriptedProber.GOOD.toCharArray();
  static final Clock TODAY = Clock.fixed(Instant.parse("2026-12-01T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  Session session;
  final ScriptedProber prober = new ScriptedProber();
  final List<URI> pages = new ArrayList<>();
  final AtomicBoolean templatesAsked = new AtomicBoolean();
  Optional<Path> pointed = Optional.empty();
  DialogLayer dialogs;
  Stagehand stage;
  Person person;

  @BeforeEach
  void unlock() {
    try (UnlockKey key = TestVaults.key("not a real password")) {
      session =
          TestVaults.vault(folder.resolve("state")).create(folder.resolve("test.kav"), "Test", key);
    }
  }

  @AfterEach
  void close() {
    stage.close();
    session.lock();
  }

  String focused() {
    return Stagehand.onFx(() -> stage.focused().getId());
  }

  static void copied(String text) {
    Stagehand.onFx(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  List<Credential> all() {
    return session.credentials().all();
  }

  Map<String, String> stored(CredentialId id) {
    try (FieldValues opened = session.credentials().open(id)) {
      Map<String, String> texts = new HashMap<>();
      opened.secrets().forEach((field, secret) -> texts.put(field, TestVaults.text(secret)));
      return texts;
    }
  }

  Credential existing() {
    try (Secret secret = Secret.takeUtf8(GOOD.clone())) {
      return session
          .credentials()
          .add(
              new Details(
                  "Proxmox Production",
                  "proxmox",
                  Optional.empty(),
                  Map.of(
                      "host",
                      "192.0.2.10",
                      "user",
                      "root@pam",
                      "auth_method",
                      "api_token",
                      "token_name",
                      "ci"),
                  Set.of("prod"),
                  true,
                  "Rack 4.",
                  Optional.empty(),
                  new TlsTrust.SystemTrust()),
              Map.of("token_value", secret));
    }
  }

  void fillProxmox(String host, char[] token) {
    person.click("#service-proxmox");
    person.fill("Host", host);
    person.fill("Token name", "ci");
    person.fill("Token secret", token);
  }

  void open(Consumer<CredentialWizard> how) {
    open(Theme.LIGHT, 1, how);
  }

  void open(Theme theme, double scale, Consumer<CredentialWizard> how) {
    open(theme, scale, 960, 820, how);
  }

  void open(
      Theme theme, double scale, double width, double height, Consumer<CredentialWizard> how) {
    StackPane root = Stagehand.onFx(StackPane::new);
    stage = Stagehand.show(root, width, height, theme, scale);
    person = stage.person();
    Stagehand.onFx(() -> {
      dialogs = new DialogLayer(root, text -> {});
      how.accept(wizard());
      return null;
    });
  }

  CredentialWizard wizard() {
    VirtualThreads background = new VirtualThreads();
    return new CredentialWizard(
        JsonCatalogue.bundled(),
        prober,
        background,
        session,
        dialogs,
        new OneFile(pointed),
        TODAY,
        pages::add,
        () -> templatesAsked.set(true),
        new Edits(session, background, dialogs));
  }
}
