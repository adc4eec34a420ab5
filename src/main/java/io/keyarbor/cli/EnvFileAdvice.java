package io.keyarbor.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What to do about a {@code .env} file that more than its owner can come to see. */
final class EnvFileAdvice {
  private static final int GIT_SECONDS = 5;
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private EnvFileAdvice() {}

  /** A sentence or two for each thing to do; empty if all is well. Asks git, if it is there. */
  static List<String> of(Path file) {
    List<String> advice = new ArrayList<>();
    String name = file.getFileName().toString();
    if (isOpenToOthers(file)) {
      advice.add(
          name + " can be read or changed by others. Make it yours alone: chmod 600 " + name);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (git(folder, "ls-files", "--error-unmatch", "--", name)) {
      advice.add(
          name
              + " is tracked by git. If it ever held a secret, replace that secret; then: git rm"
              + " --cached "
              + name
              + ", and add a line /"
              + name
              + " to .gitignore.");
    } else if (git(folder, "rev-parse", "--is-inside-work-tree")
        && !git(folder, "check-ignore", "-q", "--", name)) {
      advice.add(
          name
              + " is not ignored by git. As long as it holds references only, that is fine; else"
              + " add a line /"
              + name
              + " to .gitignore.");
    }
    return advice;
  }

  private static boolean isOpenToOthers(Path file) {
    try {
      return !Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Whether git says yes. A repository's own settings must not make it run anything. */
  private static boolean git(Path folder, String... words) {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false", "--no-optional-locks"));
    command.addAll(List.of(words));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      if (!git.waitFor(GIT_SECONDS, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return false;
      }
      return git.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
