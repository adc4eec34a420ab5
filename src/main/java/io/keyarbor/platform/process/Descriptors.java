package io.keyarbor.platform.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The open files of this process that a program gets: those that its caller opened for it, such as
 * {@code <(...)} in bash, and none that the Java runtime or Keyarbor opened for itself.
 */
final class Descriptors {
  private static final Path ALL = Path.of("/proc/self/fd");
  private static final int FIRST = 3;

  private final Libc libc;
  private final Set<Integer> inherited = new HashSet<>();

  /** Takes what is open now, and not the runtime's, as the caller's. */
  Descriptors(Libc libc) {
    this.libc = libc;
    Set<Path> own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .map(entry -> Files.isDirectory(entry) ? entry : entry.getParent())
            .collect(Collectors.toSet());
    own.add(Path.of(System.getProperty("java.home")));
    for (int descriptor : open()) {
      if (isCallers(descriptor, own)) {
        inherited.add(descriptor);
      }
    }
  }

  private static boolean isCallers(int descriptor, Set<Path> own) {
    try {
      Path target = Files.readSymbolicLink(ALL.resolve(Integer.toString(descriptor)));
      String name = target.toString();
      return name.startsWith("pipe:")
          || name.startsWith("socket:")
          || (target.isAbsolute()
              && !name.endsWith("random")
              && !target.startsWith("/proc")
              && own.stream().noneMatch(target::startsWith));
    } catch (IOException e) {
      return false;
    }
  }

  /** Keeps all but the caller's from programs that are started from now on. */
  void keepOwn() {
    for (int descriptor : open()) {
      if (!inherited.contains(descriptor)) {
        libc.keepFromChildren(descriptor);
      }
    }
  }

  private static int[] open() {
    String[] names = ALL.toFile().list();
    return names == null
        ? new int[0]
        : Arrays.stream(names).mapToInt(Integer::parseInt).filter(d -> d >= FIRST).toArray();
  }
}
