package io.keyarbor.ui.testkit;

import io.keyarbor.crypto.Secret;
import io.keyarbor.demo.tour.Person;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.settings.Theme;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.ui.desktop.FxClipboard;
import io.keyarbor.ui.dialog.DialogLayer;
import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.task.VirtualThreads;
import io.keyarbor.ui.work.Copying;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;

/** A real vault that is open, and a window over it for dialogs to be shown in. */
public final class OpenVault implements AutoCloseable, FileChoice {
  private final Path folder;
  private final Session session;
  private Optional<Path> pointed = Optional.empty();
  private final List<String> finished = new CopyOnWriteArrayList<>();
  private DialogLayer dialogs;
  private Stagehand stage;

  /** An empty vault in {@code folder}; its window is shown by {@link #show}. */
  public OpenVault(Path folder) {
    this.folder = folder;
    try (UnlockKey key = TestVaults.key("not a real password")) {
      session =
          TestVaults.vault(folder.resolve("state")).create(folder.resolve("test.kav"), "Test", key);
    }
  }

  /** The vault. */
  public Session session() {
    return session;
  }

  /** The next file that a person points at. */
  public void pointAt(Path file) {
    pointed = Optional.of(file);
  }

  @Override
  public Optional<Path> open(String title, Optional<Path> start) {
    return pointed;
  }

  @Override
  public Optional<Path> folder(String title, Optional<Path> start) {
    return pointed;
  }

  @Override
  public Optional<Path> save(String title, Path proposal) {
    return pointed;
  }

  /** Adds a credential with one secret. */
  public Credential add(
      String name, String service, Map<String, String> fields, String secretField, String text) {
    try (Secret secret = TestVaults.secret(text)) {
      Details details =
          new Details(
              name,
              service,
              Optional.empty(),
              fields,
              Set.of(),
              false,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust());
      return session.credentials().add(details, Map.of(secretField, secret));
    }
  }

  /** Shows an empty window, and what {@code how} opens in it. */
  public void show(Theme theme, double scale, Consumer<Workspace> how) {
    StackPane root = Stagehand.onFx(StackPane::new);
    stage = Stagehand.show(root, 1000, 800, theme, scale);
    Stagehand.onFx(() -> {
      dialogs = new DialogLayer(root, text -> {});
      dialogs.onFinished(finished::add);
      how.accept(workspace(dialogs, new VirtualThreads()));
      return null;
    });
  }

  /** The same in the light theme with text of the usual size. */
  public void show(Consumer<Workspace> how) {
    show(Theme.LIGHT, 1, how);
  }

  /** The vault for deeds that are done at once, without a window. */
  public Workspace workspace(Dialogs heard) {
    return workspace(heard, new AtOnce());
  }

  private Workspace workspace(Dialogs shown, Background background) {
    SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
    return new Workspace(
        session,
        JsonCatalogue.bundled(),
        background,
        shown,
        this,
        new Copying(new SecretClipboard(new FxClipboard(), (delay, deed) -> () -> {}), settings),
        Clock.systemUTC(),
        page -> {});
  }

  /** What was told of work that is done, to who looks elsewhere. */
  public List<String> finished() {
    return finished;
  }

  /** Takes down all dialogs, as a lock does. */
  public void closeDialogs() {
    Stagehand.onFx(() -> {
      dialogs.closeAll();
      dialogs.forget();
      return null;
    });
  }

  /** Eyes and hands. */
  public Person person() {
    return stage.person();
  }

  /** A picture in {@code target/pictures}. */
  public void photograph(String name) {
    stage.photograph(name);
  }

  @Override
  public void close() {
    if (stage != null) {
      stage.close();
    }
    session.lock();
  }
}
