package io.keyarbor.ui.desktop;

import io.keyarbor.crypto.Secret;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SecretClipboard;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.probe.ModelList;
import io.keyarbor.probe.PlannedRequest;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.transfer.sweep.Places;
import io.keyarbor.ui.task.VirtualThreads;
import io.keyarbor.ui.testkit.OneFile;
import io.keyarbor.ui.testkit.Stagehand;
import io.keyarbor.ui.work.ConnectionTests;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.local.LocalVault;
import io.keyarbor.vault.testing.Change;
import io.keyarbor.vault.testing.ConnectionTest;
import io.keyarbor.vault.testing.SlowServer;
import io.keyarbor.vault.testing.TestAll;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;

/**
 * How long the window stands still while "Test all" tests 1,000 credentials of a real vault against
 * a server on this computer that takes 200 ms: run {@code main}. Prints the time between two frames
 * in the window at rest and during the test, and how much of it the JavaFX thread worked, which a
 * busy machine changes less. A number of credentials may be given.
 */
public final class TestAllPauses {
  private static final int HOSTS = 16;

  private TestAllPauses() {}

  /** Entry point. */
  public static void main(String[] args) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    int size = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("test-all-pauses");
    try (UnlockKey key = TestVaults.key("benchmark");
        SlowServer server = new SlowServer(Duration.ofMillis(200), HOSTS);
        SystemTimer timer = new SystemTimer()) {
      LocalVault vault = TestVaults.vault(folder.resolve("state"));
      Session session = vault.create(folder.resolve("vault"), "Benchmark", key);
      add(session, server, size);
      JsonCatalogue catalogue = JsonCatalogue.load(SlowServer.template(folder.resolve("t")));
      CountDownLatch done = new CountDownLatch(1);
      Stage stage = show(vault, catalogue, folder, timer, done);

      measure("at rest", () -> new CountDownLatch(1).await(5, TimeUnit.SECONDS));
      measure(
          "testing all",
          () -> {
            Platform.runLater(() -> ((Button) stage.getScene().lookup("#testAll")).fire());
            return done.await(10, TimeUnit.MINUTES);
          });
      Stagehand.onFx(() -> {
        stage.close();
        return null;
      });
      vault.lock();
    } finally {
      Platform.exit();
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private interface Waiting {
    boolean await() throws InterruptedException;
  }

  private static void measure(String when, Waiting until) throws InterruptedException {
    Frames frames = new Frames();
    Platform.runLater(frames::start);
    boolean ended = until.await();
    Stagehand.onFx(() -> {
      frames.print(when);
      return ended;
    });
  }

  private static Stage show(
      LocalVault vault,
      JsonCatalogue catalogue,
      Path folder,
      SystemTimer timer,
      CountDownLatch done) {
    return Stagehand.onFx(() -> {
      Stage stage = new Stage();
      TemplateProber prober = new TemplateProber();
      SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
      DesktopContext context =
          new DesktopContext(
              vault,
              catalogue,
              prober,
              session -> new Tests(session, new ConnectionTest(catalogue, prober), done),
              settings,
              new Folders(folder, folder, folder, Optional.empty()),
              new SecretClipboard(new FxClipboard(), new FxTimer(timer)),
              new VirtualThreads(),
              new OneFile(),
              new Formats(() -> catalogue, () -> TestVaults.CHEAP),
              folders -> new Places(Map.of(), folder, folders, false),
              timer,
              Clock.system(ZoneId.systemDefault()),
              page -> {},
              TestServices.in(folder, settings, Optional.empty()),
              controls -> List.of(),
              Optional.empty(),
              Optional.empty());
      new Desktop(context, stage).show();
      return stage;
    });
  }

  private static void add(Session session, SlowServer server, int size) {
    List<NewCredential> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Details details =
          new Details(
              "Credential " + i,
              "slow-service",
              Optional.empty(),
              Map.of("url", server.url(i)),
              Set.of("team-" + i % 20),
              i % 10 == 0,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust());
      all.add(new NewCredential(details, TestVaults.secrets("token", "fake-0000")));
    }
    session.credentials().addAll(all);
    all.forEach(each -> each.secrets().values().forEach(Secret::close));
  }

  /** As in the app, and says when the test of all is over. */
  private record Tests(Session session, ConnectionTest one, CountDownLatch done)
      implements ConnectionTests {
    @Override
    public void test(CredentialId id) throws InterruptedException {
      one.test(session, id);
    }

    @Override
    public Tested testAll(Collection<CredentialId> ids, Consumer<CredentialId> each)
        throws InterruptedException {
      new TestAll(one, session).run(ids, (count, total, id, verdict) -> each.accept(id));
      done.countDown();
      return new Tested(0, List.of());
    }

    @Override
    public List<PlannedRequest> preview(CredentialId id) {
      return one.preview(session, id);
    }

    @Override
    public ModelList models(CredentialId id) throws InterruptedException {
      return one.models(session, id);
    }

    @Override
    public void begin(Consumer<Change> told) {}

    @Override
    public Optional<Instant> next(CredentialId id) {
      return Optional.empty();
    }

    @Override
    public List<Change> recent() {
      return List.of();
    }

    @Override
    public void close() {}
  }
}
