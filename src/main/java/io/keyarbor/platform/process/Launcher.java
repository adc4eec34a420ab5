package io.keyarbor.platform.process;

import io.keyarbor.crypto.Secret;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a program with more variables in its environment than this process has. */
public interface Launcher {
  /**
   * What to start.
   *
   * @param words the program, by name or path, and its arguments
   * @param variables to set, by name; an empty one is taken out. The secrets stay the caller's
   */
  record Command(List<String> words, Map<String, Optional<Secret>> variables) {}

  /** Takes what a child writes; called from a thread for each stream. */
  record Outputs(OutputStream out, OutputStream err) {}

  /** Whether {@link #become} works here. */
  boolean canBecome();

  /**
   * Becomes the program: same process, nothing of this one stays. Does not return.
   *
   * @throws LaunchException if it could not be started; then all is as before
   */
  void become(Command command) throws LaunchException;

  /**
   * Runs the program as a child with this process's terminal and streams, hands signals on to it
   * and waits for its end.
   *
   * @param outputs get what it writes; if empty it writes where this process would
   * @param started run once it has its environment, before it is waited for
   * @return its exit code, or 128 and the number of the signal that ended it
   * @throws LaunchException if it could not be started
   */
  int run(Command command, Optional<Outputs> outputs, Runnable started) throws LaunchException;

  /** The one for this system; to be made before anything that a child must not get is opened. */
  static Launcher ofThisSystem() {
    return Libc.isOfThisSystem()
        ? new LinuxLauncher(new Libc())
        : new JavaLauncher(Path.of("").toAbsolutePath());
  }
}
