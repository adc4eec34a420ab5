package io.keyarbor.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Keyarbor keeps things, by the rules of the system it runs on: the XDG base directories on
 * Linux, Application Support on macOS, AppData on Windows. Makes no folder.
 *
 * @param data vaults and their backups
 * @param config settings and a person's own templates
 * @param state what was last seen, and logs; losing it loses comfort only
 * @param runtime sockets, gone after a restart; empty where the system has no such place
 */
public record Folders(Path data, Path config, Path state, Optional<Path> runtime) {
  private static final String NAME = "keyarbor";

  /** A person's own service templates. */
  public Path templates() {
    return config.resolve("templates");
  }

  /** Those of this process. */
  public static Folders ofThisSystem() {
    return of(System.getProperty("os.name"), System.getenv(), home(System.getenv()));
  }

  /** As the environment says it, like every other program; Java looks at the account instead. */
  public static Path home(Map<String, String> env) {
    return base(env, "HOME").orElse(Path.of(System.getProperty("user.home")));
  }

  /**
   * Those of a system.
   *
   * @param os as the property {@code os.name} says it
   * @param env its environment
   * @param home the person's home
   */
  public static Folders of(String os, Map<String, String> env, Path home) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return windows(env, home);
    }
    return system.startsWith("mac") ? mac(home) : xdg(env, home);
  }

  private static Folders xdg(Map<String, String> env, Path home) {
    return new Folders(
        base(env, "XDG_DATA_HOME").orElse(home.resolve(".local/share")).resolve(NAME),
        base(env, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve(NAME),
        base(env, "XDG_STATE_HOME").orElse(home.resolve(".local/state")).resolve(NAME),
        base(env, "XDG_RUNTIME_DIR").map(folder -> folder.resolve(NAME)));
  }

  private static Folders mac(Path home) {
    Path support = home.resolve("Library/Application Support/Keyarbor");
    return new Folders(
        support.resolve("data"),
        support.resolve("config"),
        support.resolve("state"),
        Optional.empty());
  }

  private static Folders windows(Map<String, String> env, Path home) {
    Path local = base(env, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
    Path roaming = base(env, "APPDATA").orElse(home.resolve("AppData/Roaming"));
    return new Folders(
        local.resolve("Keyarbor").resolve("data"),
        roaming.resolve("Keyarbor"),
        local.resolve("Keyarbor").resolve("state"),
        Optional.empty());
  }

  /** The XDG specification says that a relative path is to be ignored. */
  private static Optional<Path> base(Map<String, String> env, String name) {
    return Optional.ofNullable(env.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
