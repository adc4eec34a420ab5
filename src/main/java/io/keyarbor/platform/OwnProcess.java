package io.keyarbor.platform;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/**
 * What a process asks of the system for itself. Where a system has no such thing, nothing happens.
 */
public final class OwnProcess {
  // <sys/resource.h> and <sys/prctl.h>
  private static final int RLIMIT_CORE = 4;
  private static final int PR_SET_DUMPABLE = 4;

  private OwnProcess() {}

  /** Leaves the terminal: its closing, and Ctrl+C in it, no longer reach this process. */
  public static void leaveTerminal() {
    if (isUnix()) {
      call("setsid", FunctionDescriptor.of(ValueLayout.JAVA_INT));
    }
  }

  /**
   * Has the system write no image of this process's memory when it dies, nor let other processes of
   * this person look into it.
   */
  public static void keepMemoryPrivate() {
    if (!isUnix()) {
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = arena.allocate(ValueLayout.JAVA_LONG, 2);
      call(
          "setrlimit",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
          RLIMIT_CORE,
          none);
    }
    if (os().startsWith("linux")) {
      call(
          "prctl",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
          PR_SET_DUMPABLE,
          0L);
    }
  }

  @SuppressWarnings("restricted")
  private static void call(String name, FunctionDescriptor type, Object... arguments) {
    SymbolLookup symbols = Linker.nativeLinker().defaultLookup();
    try {
      Linker.nativeLinker()
          .downcallHandle(symbols.findOrThrow(name), type)
          .invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(name + " cannot be called", e);
    }
  }

  private static boolean isUnix() {
    return !os().startsWith("windows");
  }

  private static String os() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }
}
