package io.keyarbor.platform.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands signals on to a child. What the terminal sends, such as Ctrl+C, goes to all programs in its
 * foreground, so the child has had it already and must not get it twice: a second one ends many
 * programs the hard way.
 *
 * <p>SIGQUIT and SIGUSR2 belong to the Java runtime and cannot be handed on; the first of them from
 * the terminal reaches the child all the same.
 */
final class Signals {
  private static final Set<String> OF_THE_TERMINAL = Set.of("INT", "WINCH");
  private static final List<String> HANDED_ON =
      List.of("HUP", "INT", "TERM", "USR1", "WINCH", "CONT");

  private final Libc libc;
  private final AtomicInteger child = new AtomicInteger();
  private final AtomicInteger early = new AtomicInteger();

  /** From now on signals do not end this process; the last one that comes early is kept. */
  Signals(Libc libc) {
    this.libc = libc;
    for (String name : HANDED_ON) {
      Caught.each(name, this::handOn);
    }
  }

  private void handOn(String name, int number) {
    if (OF_THE_TERMINAL.contains(name) && isInForeground()) {
      return;
    }
    int to = child.get();
    if (to > 0) {
      libc.kill(to, number);
    } else if (to == 0) {
      early.set(number);
    }
  }

  /** The child is there. */
  void to(int process) {
    libc.ignore(Libc.SIGQUIT);
    child.set(process);
    int signal = early.get();
    if (signal > 0) {
      libc.kill(process, signal);
    }
  }

  /** The child is gone, and its number may be another's soon. */
  void end() {
    child.set(-1);
  }

  /** Whether this process belongs to those that its terminal's keys go to; see proc(5). */
  private static boolean isInForeground() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      // The name before the last bracket may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return fields[2].equals(fields[5]);
    } catch (IOException e) {
      return false;
    }
  }
}
