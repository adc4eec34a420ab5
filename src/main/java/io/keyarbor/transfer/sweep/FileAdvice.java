package io.keyarbor.transfer.sweep;

import io.keyarbor.transfer.git.Git;
import io.keyarbor.transfer.sweep.Findings.Advice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What else is wrong with files that hold secrets. */
final class FileAdvice {
  private FileAdvice() {}

  static List<Advice> of(Collection<Path> files) {
    List<Advice> advice = new ArrayList<>();
    for (Path file : files) {
      if (SafeFile.isOpenToOthers(file)) {
        advice.add(
            new Advice(
                file, "Others on this computer may read it. Run: chmod 600 " + quoted(file)));
      }
      Git.at(file).flatMap(git -> ofRepository(git, file)).ifPresent(advice::add);
    }
    return advice;
  }

  private static Optional<Advice> ofRepository(Git git, Path file) {
    String name = git.folder().relativize(file).toString();
    if (git.line("ls-files", "--error-unmatch", "--", name).isPresent()) {
      return Optional.of(
          new Advice(
              file,
              "Git tracks it, so its secrets are in the history: renew them. Then run: git rm"
                  + " --cached "
                  + quoted(file)
                  + ", and add it to .gitignore."));
    }
    return git.line("check-ignore", "--quiet", "--", name).isPresent()
        ? Optional.empty()
        : Optional.of(new Advice(file, "Git does not ignore it. Add it to .gitignore."));
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "'\\''") + "'";
  }
}
