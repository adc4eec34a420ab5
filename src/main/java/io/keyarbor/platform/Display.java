package io.keyarbor.platform;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether a window can be shown here, before JavaFX tries and fails at length. */
public final class Display {
  private static final String GTK = "libgtk-3.so.0";

  private Display() {}

  /** Why no window can be shown by this process, in one line; empty if one can. */
  public static Optional<String> whyNot() {
    return whyNot(System.getProperty("os.name"), System.getenv(), Display::canLoad);
  }

  /**
   * Why no window can be shown, in one line; empty if one can.
   *
   * @param os as the property {@code os.name} says it
   * @param env the environment
   * @param canLoad whether a native library can be loaded
   */
  static Optional<String> whyNot(String os, Map<String, String> env, Predicate<String> canLoad) {
    if (!os.toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.empty();
    }
    if (!isSet(env, "DISPLAY") && !isSet(env, "WAYLAND_DISPLAY")) {
      return Optional.of("There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.");
    }
    if (!isSet(env, "DISPLAY")) {
      return Optional.of("JavaFX needs XWayland here: WAYLAND_DISPLAY is set, but not DISPLAY.");
    }
    if (!canLoad.test(GTK)) {
      return Optional.of(
          "GTK 3 is missing (" + GTK + "): install libgtk-3-0 or the gtk3 package, and libxtst6.");
    }
    return Optional.empty();
  }

  private static boolean isSet(Map<String, String> env, String name) {
    return !env.getOrDefault(name, "").isBlank();
  }

  /** Loads it for good: unloading GTK is not safe, and JavaFX will load it next. */
  @SuppressWarnings("restricted")
  private static boolean canLoad(String library) {
    try {
      SymbolLookup.libraryLookup(library, Arena.global());
      return true;
    } catch (IllegalArgumentException missing) {
      return false;
    }
  }
}
