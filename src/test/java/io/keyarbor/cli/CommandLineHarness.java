package io.keyarbor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyarbor.platform.Folders;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs commands in this process, as a person does in a shell, on a real vault in a folder of its
 * own. Each command unlocks the vault anew, so it sees what is on the disk.
 */
public final class CommandLineHarness {
  /** The vault's. */
  public static final String PASSWORD = "correct horse battery staple";

  private static final Catalogue BUNDLED = JsonCatalogue.bundled();

  private final Path folder;
  private final Path file;
  private final Map<String, String> env = new HashMap<>();
  private Supplier<Prober> prober = TemplateProber::new;
  private Supplier<Catalogue> catalogue;
  private Clock clock = Clock.systemUTC();
  private byte[] piped = {};

  /** What a command did. */
  public record Ran(int code, String out, String err) {}

  /** An empty vault below {@code folder}. */
  public CommandLineHarness(Path folder) {
    this.folder = folder;
    file = folder.resolve("data/keyarbor/personal.keyarbor");
    catalogue = () -> BUNDLED;
    Vault vault = vault();
    try (var key = TestVaults.key(PASSWORD)) {
      vault.create(file, "Personal", key);
    }
    vault.lock();
  }

  /** The folder that commands run in, that of the vault and of all else. */
  public Path folder() {
    return folder;
  }

  /** The vault's file. */
  public Path vaultFile() {
    return file;
  }

  /** Sets an environment variable for the commands. */
  public CommandLineHarness env(String name, String value) {
    env.put(name, value);
    return this;
  }

  /** What is piped into the next command. */
  public CommandLineHarness piped(String text) {
    piped = text.getBytes(UTF_8);
    return this;
  }

  /** Tests connections by {@code other}. */
  public CommandLineHarness prober(Supplier<Prober> other) {
    prober = other;
    return this;
  }

  /** Reads templates from {@code other}. */
  public CommandLineHarness catalogue(Supplier<Catalogue> other) {
    catalogue = other;
    return this;
  }

  /** Has it be the time of {@code other}. */
  public CommandLineHarness clock(Clock other) {
    clock = other;
    return this;
  }

  /** Runs a command without a terminal, as a script does. */
  public Ran run(String... args) {
    return run(new ScriptedTerminal(taken(), Optional.empty()), args);
  }

  /** Runs a command at a terminal and answers its questions in turn, secret or not. */
  public Ran typing(List<String> answers, String... args) {
    return run(new ScriptedTerminal(taken(), Optional.of(new ArrayList<>(answers))), args);
  }

  private byte[] taken() {
    byte[] now = piped;
    piped = new byte[0];
    return now;
  }

  private Ran run(ScriptedTerminal terminal, String... args) {
    int code = Keyarbor.run(context(terminal), args);
    return new Ran(code, terminal.printed(), terminal.told());
  }

  /** What commands are given. */
  public CommandContext context(Terminal terminal) {
    Folders folders =
        new Folders(
            folder.resolve("data/keyarbor"),
            folder.resolve("config/keyarbor"),
            folder.resolve("state/keyarbor"),
            Optional.empty());
    return new CommandContext(
        terminal, env, folder, folders, this::open, new NoAgent(file), catalogue, prober, clock);
  }

  private VaultDoor.Opened open(VaultDoor.Access access) {
    Vault vault = vault();
    Session session;
    try (var key = TestVaults.key(PASSWORD)) {
      session = vault.unlock(access.vault().orElse(file), key, false);
    }
    return new VaultDoor.Opened() {
      @Override
      public Session session() {
        return session;
      }

      @Override
      public void close() {
        vault.lock();
      }
    };
  }

  private Vault vault() {
    return TestVaults.vault(folder.resolve("state/keyarbor"), Runnable::run);
  }

  /** Looks into the vault, or changes it, as another program would. */
  public <T> T inVault(Function<Session, T> work) {
    try (VaultDoor.Opened vault =
        open(new VaultDoor.Access(Optional.empty(), Optional.empty(), Optional.empty()))) {
      return work.apply(vault.session());
    }
  }
}
