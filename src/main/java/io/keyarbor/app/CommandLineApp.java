package io.keyarbor.app;

import io.keyarbor.cli.CommandContext;
import io.keyarbor.cli.Keyarbor;
import io.keyarbor.cli.SystemTerminal;
import io.keyarbor.platform.Folders;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.engine.TemplateProber;
import io.keyarbor.settings.SettingsStore;
import io.keyarbor.template.LazyCatalogue;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Starts the command line. Nothing here touches JavaFX, or a room that the command does not. */
public final class CommandLineApp {
  private CommandLineApp() {}

  /** Entry point; exits with the command's code. */
  public static void main(String[] args) {
    int code = Keyarbor.run(context(), args);
    // Threads of the program that nobody waits for must not keep the shell waiting.
    Runtime.getRuntime().exit(code);
  }

  static CommandContext context() {
    Folders folders = Folders.ofThisSystem();
    Supplier<SettingsStore> settings = once(() -> SettingsStore.of(folders));
    SystemTerminal terminal = new SystemTerminal();
    Path folder = Path.of("").toAbsolutePath();
    UsualVault usual = new UsualVault(folder, folders, settings);
    KeyEntry entry = new KeyEntry(terminal, folder);
    return new CommandContext(
        terminal,
        System.getenv(),
        folder,
        folders,
        new AgentDoor(folders, usual, entry),
        new AgentKeeper(folders, settings, usual, entry),
        once(() -> new LazyCatalogue(folders.templates())),
        once(() -> (Prober) new TemplateProber()),
        new LocalClock());
  }

  /** What is made at the first call and kept. For one thread at a time. */
  private static <T> Supplier<T> once(Supplier<? extends T> made) {
    return new Supplier<>() {
      private T kept;

      @Override
      public synchronized T get() {
        if (kept == null) {
          kept = made.get();
        }
        return kept;
      }
    };
  }
}
