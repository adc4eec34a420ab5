package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.detect.KeyPatterns;
import io.keyarbor.transfer.detect.KnownSecrets;
import io.keyarbor.transfer.detect.Masked;
import io.keyarbor.transfer.sweep.Find.State;
import io.keyarbor.transfer.sweep.Findings.Advice;
import io.keyarbor.transfer.sweep.Source.Kind;
import io.keyarbor.transfer.sweep.Variables.Variable;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.EnvText;
import io.keyarbor.vault.environment.EnvText.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks for credentials that lie about in plain text: in the environment, in {@code .env} files, in
 * the files of tools and in those that shells read. Changes nothing and runs no program but git.
 * Blocking work. Safe for any thread.
 */
public final class Sweep {
  private static final List<String> SHELL_PROFILES =
      List.of(
          ".profile",
          ".bash_profile",
          ".bash_login",
          ".bashrc",
          ".zshenv",
          ".zprofile",
          ".zshrc",
          ".config/fish/config.fish",
          ".xsessionrc",
          ".pam_environment");

  private final Catalogue catalogue;
  private final Variables variables;

  /** Knows the services of {@code catalogue}. */
  public Sweep(Catalogue catalogue) {
    this.catalogue = catalogue;
    variables = new Variables(catalogue, new KeyPatterns(catalogue));
  }

  /**
   * Looks, and compares with the vault.
   *
   * @param progress is told where it looks, on this thread
   * @return for the caller to close
   * @throws InterruptedException if the thread is interrupted
   */
  public Findings look(Session session, Places places, Consumer<String> progress)
      throws InterruptedException {
    List<Candidate> found = new ArrayList<>();
    List<Skipped> told = new ArrayList<>();
    List<Advice> advice = new ArrayList<>();
    try {
      progress.accept("the environment");
      found.addAll(environment(places.env()));
      if (!places.environmentOnly()) {
        progress.accept("files of tools");
        ConfigPaths paths = new ConfigPaths(places.env(), places.home());
        found.addAll(new ConfigFiles(catalogue, paths, told).read());
        for (String profile : SHELL_PROFILES) {
          found.addAll(
              file(places.home().resolve(profile), Kind.SHELL_PROFILE, places.home(), told));
        }
        for (Path folder : places.folders()) {
          progress.accept(folder.toString());
          for (Path file : EnvFiles.below(folder.toAbsolutePath().normalize(), told)) {
            stopIfInterrupted();
            found.addAll(file(file, Kind.ENV_FILE, places.home(), told));
          }
        }
        advice.addAll(FileAdvice.of(filesOf(found)));
      }
      stopIfInterrupted();
      progress.accept("the vault");
      return new Findings(compared(session, found), told, advice);
    } catch (RuntimeException | InterruptedException e) {
      found.forEach(c -> c.draft().close());
      throw e;
    }
  }

  private static void stopIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private List<Candidate> environment(Map<String, String> env) {
    List<Variable> all = new ArrayList<>();
    try {
      env.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(e ->
              all.add(
                  new Variable(
                      Source.variable(e.getKey()),
                      Secret.take(e.getValue().getBytes(StandardCharsets.UTF_8)))));
      return variables.read(all, "");
    } finally {
      all.forEach(v -> v.value().close());
    }
  }

  private List<Candidate> file(Path file, Kind kind, Path home, List<Skipped> told) {
    byte[] bytes = {};
    try {
      Optional<Path> real = SafeFile.real(file, home);
      if (real.isEmpty()) {
        return List.of();
      }
      bytes = SafeFile.read(real.get());
      boolean shell = kind == Kind.SHELL_PROFILE;
      try (EnvText text = shell ? EnvText.shell(bytes) : EnvText.dotenv(bytes)) {
        List<Variable> all =
            text.assignments().stream()
                .filter(EnvText.Assignment::literal)
                .map(a ->
                    new Variable(
                        new Source(kind, real, shell ? "shell" : "env", a.line(), a.name()),
                        a.value()))
                .toList();
        tell(real.get(), text.faults(), told);
        if (!shell) {
          tell(real.get(), text.overridden(), told);
        }
        return variables.read(all, shell ? "" : context(real.get()));
      }
    } catch (TransferException e) {
      told.add(new Skipped(file.toString(), e.getMessage()));
      return List.of();
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** Of the first line only: what is no {@code .env} file at all has many. */
  private static void tell(Path file, List<Fault> faults, List<Skipped> told) {
    if (!faults.isEmpty()) {
      Fault first = faults.getFirst();
      String more = faults.size() == 1 ? "" : " And " + (faults.size() - 1) + " more.";
      told.add(new Skipped(file + ", line " + first.line(), first.why() + more));
    }
  }

  /** What tells the credentials of one project from those of another. */
  private static String context(Path file) {
    String folder = String.valueOf(file.getParent().getFileName());
    String name = file.getFileName().toString();
    String which = name.startsWith(".env.") ? " " + name.substring(".env.".length()) : "";
    return folder + which;
  }

  private static Set<Path> filesOf(List<Candidate> found) {
    return found.stream()
        .flatMap(c -> c.source().file().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Find> compared(Session session, List<Candidate> found) {
    List<Find> finds = new ArrayList<>();
    Map<Set<ByteBuffer>, Source> before = new HashMap<>();
    try (KnownSecrets known = new KnownSecrets(session, Replacements.BACKUP_TAG)) {
      for (Candidate candidate : found) {
        Draft draft = candidate.draft();
        var holder = known.holderOfAll(draft.secrets().values());
        Set<ByteBuffer> content =
            draft.secrets().values().stream().map(known::fingerprint).collect(Collectors.toSet());
        Source twin = before.putIfAbsent(content, candidate.source());
        State state =
            holder.isPresent()
                ? State.ALREADY_IN_VAULT
                : twin == null ? State.NEW : State.DUPLICATE;
        String sameAs =
            holder.map(c -> c.details().name()).orElse(twin == null ? "" : twin.toString());
        finds.add(
            new Find(
                candidate.source(), candidate.services(), draft, preview(draft), state, sameAs));
      }
    }
    return finds;
  }

  private static String preview(Draft draft) {
    return draft.secrets().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> Masked.of(e.getValue()))
        .collect(Collectors.joining(" "));
  }
}
