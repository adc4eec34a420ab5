package io.keyarbor.ui.desktop;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.app.LiveCatalogue;
import io.keyarbor.demo.tour.Person;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.platform.journal.Journal;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.ui.palette.PaletteCompanion;
import io.keyarbor.ui.settings.SystemServices;
import io.keyarbor.ui.task.VirtualThreads;
import io.keyarbor.ui.testkit.PointedFile;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.view.Demo;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultState;
import io.keyarbor.vault.testing.Change;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The whole desktop over a vault in memory, on the headless platform. */
public final class DesktopStage implements AutoCloseable {
  public static final String PASSWORD = "an owl reads maps at night";

  final FakeVault vault = new FakeVault(PASSWORD);
  public final Person person = new Person();
  public final SettingsStore settings;
  public final List<String> asked = new ArrayList<>();
  final List<URI> pages = new CopyOnWriteArrayList<>();
  public final Path vaultFile;
  private final SystemServices services;
  final ManualTime time = new ManualTime(Sample.NOW);
  private final SystemTimer timer = new SystemTimer();
  private Catalogue catalogue = JsonCatalogue.bundled();
  private Prober prober = new GoodProber();
  private final PointedFile files = new PointedFile();
  private Optional<Demo> demo = Optional.empty();
  private Function<DesktopControls, List<Companion>> companions;
  private Vault held = vault;
  private Stage stage;
  private final GoodTests tests = new GoodTests(vault::content, time);
  final Map<CredentialId, Instant> nextTests = tests.next;
  public Desktop desktop;

  /** Over a vault with a sample of credentials; nothing is shown yet. */
  public DesktopStage(Path folder) throws IOException {
    settings = new SettingsStore(folder.resolve("config/settings.json"));
    settings.change(s -> s.withWelcomed(true));
    companions = controls -> List.of(new PaletteCompanion(controls, settings::current, time));
    services = TestServices.in(folder, settings, Optional.empty());
    vaultFile = folder.resolve("Personal.keyarbor");
    Files.createFile(vaultFile);
    Sample.fill(vault.content());
  }

  /** The window is over {@code real} from now on. */
  DesktopStage over(Vault real) {
    held = real;
    return this;
  }

  /** The window has companions from now on. */
  DesktopStage accompanied(Function<DesktopControls, List<Companion>> by) {
    companions = by;
    return this;
  }

  /** The vault holds the longest texts that it may from now on. */
  public DesktopStage withLongestTexts() {
    Longest.fill(vault.content());
    return this;
  }

  /** The vault holds a credential with all kinds of fields from now on. */
  public DesktopStage withKeptFields() {
    Kept.fill(vault.content());
    return this;
  }

  /** The vault is empty from now on. */
  public DesktopStage emptied() {
    List<CredentialId> all = vault.content().all().stream().map(Credential::id).toList();
    vault.content().moveToTrash(all);
    vault.content().purge(all);
    return this;
  }

  /** The welcome tour is offered as the app offers it. */
  public DesktopStage withWelcome() {
    companions = controls -> List.of(new Welcome(controls.stage(), settings));
    return this;
  }

  /** Whether the vault is locked. */
  public VaultState state() {
    return vault.state();
  }

  /** The names of the vault's groups; while it is open. */
  public List<String> groups() {
    return vault.content().groups().all().stream().map(Group::name).toList();
  }

  /** The vault is a demo from now on. */
  public DesktopStage asDemo() {
    demo = Optional.of(new Demo("Only a demo", "Its password is known.", () -> asked.add("leave")));
    return this;
  }

  /** The next look at what a test would send fails as nobody foresaw. */
  public void failOnce() {
    tests.failOnce();
  }

  /** What is under way cannot be ended. */
  void failAtTheEnd() {
    tests.failAtTheEnd();
  }

  /** From now on the service of that one refuses its secret. */
  void refuse(String name) {
    tests.refuse(vault.content().named(name).orElseThrow().id());
  }

  /** A scheduled test finds something. */
  public void tell(Change change) {
    tests.tell(change);
  }

  /** Fires an item of the list's context menu, in English always, without showing the menu. */
  public void contextMenu(String... path) {
    Stagehand.onFx(() -> {
      ContextMenu menu = ((TreeTableView<?>) scene().lookup("#tree")).getContextMenu();
      menu.getOnShowing().handle(new WindowEvent(menu, WindowEvent.WINDOW_SHOWING));
      List<MenuItem> items = menu.getItems();
      for (String text : path) {
        MenuItem item =
            items.stream()
                .filter(i -> text.equals(i.getText()) || tr(text).equals(i.getText()))
                .findFirst()
                .orElseThrow();
        if (item instanceof Menu inner) {
          items = inner.getItems();
        } else {
          item.fire();
        }
      }
      return null;
    });
  }

  /** The services that the window knows. */
  Catalogue catalogue() {
    return catalogue;
  }

  /** Adds a credential of a service whose models are listed apart from its test. */
  void addFirstThatListsModels(String name) {
    String service =
        catalogue.all().stream()
            .filter(t -> !t.models().isEmpty())
            .findFirst()
            .orElseThrow()
            .serviceType();
    vault
        .content()
        .add(
            new Details(
                name,
                service,
                Optional.empty(),
                Map.of(),
                Set.of(),
                false,
                "",
                Optional.empty(),
                new TlsTrust.SystemTrust()),
            Map.of());
  }

  /** Where the person's own templates lie. */
  public Path templates() {
    return vaultFile.resolveSibling("templates");
  }

  /** The person's own templates are read from now on, and the real engine shows what is sent. */
  public DesktopStage withOwnTemplates() {
    catalogue = new LiveCatalogue(templates(), time);
    prober = new TemplateProber();
    return this;
  }

  /** The next file a person points at. */
  public void pointAt(Path file) {
    files.pointAt(file);
  }

  /** Shows the window as after an earlier use: it asks for the vault's password. */
  public DesktopStage locked() {
    settings.change(s -> s.withRecentVault(vaultFile));
    return open();
  }

  /** Shows the window with the vault open. */
  public DesktopStage unlocked() {
    locked();
    person.fill("Master password", PASSWORD);
    person.press("Enter");
    person.see("#search");
    return this;
  }

  /** Unlocks the vault as another program may, without a hand on the keyboard. */
  void unlockElsewhere() {
    try (UnlockKey key = TestVaults.key(PASSWORD)) {
      vault.unlock(vaultFile, key, false);
    }
  }

  /** Shows the window over a vault that is open already. */
  DesktopStage joined() {
    unlockElsewhere();
    return locked();
  }

  /** Shows the window. */
  public DesktopStage open() {
    Stagehand.onFx(() -> {
      stage = new Stage();
      desktop = new Desktop(context(), stage);
      stage.setWidth(1200);
      stage.setHeight(760);
      desktop.show();
      stage.toFront();
      stage.requestFocus();
      return null;
    });
    return this;
  }

  /** The app before its window is shown; on the JavaFX thread. */
  DesktopControls prepared() {
    settings.change(s -> s.withRecentVault(vaultFile));
    stage = new Stage();
    desktop = new Desktop(context(), stage);
    desktop.hide();
    desktop.prepare();
    return desktop;
  }

  /** Presses "Test all", whether the window is shown or not; on the JavaFX thread. */
  void testAll() {
    ((Button) scene().lookup("#testAll")).fire();
  }

  /** The app's log. */
  public Journal journal() {
    return services.journal();
  }

  private DesktopContext context() {
    return new DesktopContext(
        held,
        catalogue,
        prober,
        session -> tests,
        settings,
        new Folders(
            vaultFile.getParent(), vaultFile.getParent(), vaultFile.getParent(), Optional.empty()),
        new SecretClipboard(new FxClipboard(), new FxTimer(timer)),
        new VirtualThreads(),
        files,
        new Formats(() -> catalogue, () -> TestVaults.CHEAP),
        folders -> new Places(Map.of(), vaultFile.resolveSibling("home"), folders, false),
        time,
        time,
        pages::add,
        services,
        companions,
        demo,
        demo.isPresent() ? Optional.empty() : Optional.of(() -> asked.add("demo")));
  }

  /** What the window shows; on the JavaFX thread. */
  public Scene scene() {
    return stage.getScene();
  }

  /** Presses "New group…" in the window's menu, without showing the menu. */
  void newGroup() {
    menu("New group…");
  }

  /** Presses an item of the window's menu, without showing the menu. */
  public void menu(String text) {
    MenuButton menu = (MenuButton) scene().lookup("#more");
    menu.getItems().stream().filter(i -> text.equals(i.getText())).forEach(MenuItem::fire);
  }

  /** A picture in {@code target/pictures}. */
  public void photograph(String name) {
    person.photograph(Path.of("target/pictures", name + ".png"));
  }

  @Override
  public void close() {
    Stagehand.close(stage);
    timer.close();
  }

  /** Finds every secret good. */
  private static final class GoodProber implements Prober {
    @Override
    public Verdict test(ServiceTemplate template, FieldValues values, TlsTrust trust) {
      return Sample.verdict(Reason.OK, 0, Optional.empty());
    }

    @Override
    public List<PlannedRequest> preview(ServiceTemplate template, FieldValues values) {
      return List.of();
    }
  }
}
