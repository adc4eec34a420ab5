package io.keyarbor.platform.login;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.instance.DesktopProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the system starts the desktop app when the person logs in. The system's own entry is the
 * only memory of it, so that what is shown is true also after it was changed elsewhere. May block;
 * not for the JavaFX thread.
 */
public interface LoginStart {
  /** What the app is started with; it decides itself whether it shows a window. */
  String ARGUMENT = "--hidden";

  /** Whether it does. */
  boolean isOn() throws IOException;

  /**
   * Has the system do so, or not any more.
   *
   * @throws IOException if the system refuses
   */
  void set(boolean on) throws IOException;

  /** That of this system; empty where this is no installation that could be started. */
  static Optional<LoginStart> ofThisSystem() {
    Map<String, String> env = System.getenv();
    return DesktopProgram.find()
        .map(program -> of(System.getProperty("os.name"), env, Folders.home(env), program.path()));
  }

  /**
   * That of a system.
   *
   * @param os as the property {@code os.name} says it
   * @param env its environment
   * @param home the person's home
   * @param program that starts the app
   */
  static LoginStart of(String os, Map<String, String> env, Path home, Path program) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return new RunKey(program, RunKey::call);
    }
    if (system.startsWith("mac")) {
      return new LaunchAgent(home.resolve("Library/LaunchAgents"), program);
    }
    // The settings' own folder lies beside the one for this.
    Path config = Folders.of(os, env, home).config().getParent();
    return new AutostartEntry(config.resolve("autostart"), program);
  }
}
