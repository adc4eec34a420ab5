package io.keyarbor.app;

import io.keyarbor.agent.client.AgentStatus;
import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.process.AgentLauncher;
import io.keyarbor.agent.process.AgentProcess;
import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.cli.VaultDoor.Access;
import io.keyarbor.cli.VaultKeeper;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Starts, asks and ends the agent. */
final class AgentKeeper implements VaultKeeper {
  /** Names the program that starts the command line; the start script sets it. */
  private static final String LAUNCHER = "keyarbor.launcher";

  private final Folders folders;
  private final Supplier<SettingsStore> settings;
  private final UsualVault usual;
  private final KeyEntry entry;

  AgentKeeper(Folders folders, Supplier<SettingsStore> settings, UsualVault usual, KeyEntry entry) {
    this.folders = folders;
    this.settings = settings;
    this.usual = usual;
    this.entry = entry;
  }

  @Override
  public Path vault(Optional<Path> named) {
    return usual.find(named);
  }

  @Override
  public Path create(Access access, String name) {
    Path file = usual.proposal(access.vault(), name);
    Vault vault = LocalVaults.create(folders, Runnable::run);
    try (UnlockKey key = entry.fresh(access, name)) {
      vault.create(file, name, key);
    } finally {
      vault.lock();
    }
    remember(file);
    return file;
  }

  @Override
  public boolean unlock(Access access, boolean acceptOlder) {
    Path file = usual.find(access.vault());
    boolean fresh = status(file).isEmpty();
    if (fresh) {
      AgentLauncher launcher = new AgentLauncher(command());
      entry.unlock(
          access,
          key -> {
            launcher.start(file, key, acceptOlder);
            return true;
          },
          () -> LocalVaults.create(folders, Runnable::run).needsKeyFile(file));
    }
    remember(file);
    return fresh;
  }

  private void remember(Path file) {
    try {
      settings.get().change(s -> s.withRecentVault(file));
    } catch (SettingsStore.NotSaved e) {
      // What was asked for is done all the same; without a memory, the next command names the
      // vault.
    }
  }

  @Override
  public boolean lock(Path vault) {
    return withAgent(
            vault,
            session -> {
              session.lock();
              return true;
            })
        .isPresent();
  }

  @Override
  public Optional<Status> status(Path vault) {
    return withAgent(vault, RemoteSession::status).map(AgentKeeper::words);
  }

  private static Status words(AgentStatus status) {
    return new Status(status.vaultName(), status.pid(), status.clients() - 1);
  }

  private <R> Optional<R> withAgent(Path file, Function<RemoteSession, R> work) {
    try (SystemTimer timer = new SystemTimer()) {
      Optional<RemoteSession> agent = RemoteSession.join(AgentPlace.of(folders, file), timer);
      if (agent.isEmpty()) {
        return Optional.empty();
      }
      try (RemoteSession session = agent.get()) {
        return Optional.of(work.apply(session));
      }
    } catch (VaultException.Locked e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean serve(Path vault) {
    Duration idle = Duration.ofMinutes(settings.get().current().autoLockMinutes());
    Vault local = LocalVaults.create(folders, task -> Thread.ofVirtual().start(task));
    return new AgentProcess(vault, local, folders, Clock.system(ZoneId.systemDefault()), idle)
        .run();
  }

  private static List<String> command() {
    return Optional.ofNullable(System.getProperty(LAUNCHER))
        .map(List::of)
        .orElseGet(AgentKeeper::ownJava);
  }

  private static List<String> ownJava() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:-UsePerfData",
        "-cp",
        absolute(System.getProperty("java.class.path")),
        CommandLineApp.class.getName());
  }

  /** The agent runs in another folder. */
  private static String absolute(String classPath) {
    String separator = System.getProperty("path.separator");
    return Arrays.stream(classPath.split(separator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(separator));
  }
}
