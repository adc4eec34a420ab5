package io.keyarbor.transfer.sweep;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.detect.KnownSecrets;
import io.keyarbor.transfer.sweep.Replacement.Change;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.environment.EnvText;
import io.keyarbor.vault.environment.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts references in the place of secrets that are in the vault. What a file was before is kept
 * sealed in the vault, never in plain text beside it, so that it can be undone. Safe for any
 * thread, but not for two on one file.
 */
public final class Replacements {
  /** The tag of the credentials that hold the files from before. */
  public static final String BACKUP_TAG = "sweep-backup";

  private final SealedBackups backups = new SealedBackups();

  /**
   * What would be changed: one item for each file of {@code finds} that may be changed. A secret
   * that the vault does not have is left and told.
   *
   * @param configFilesToo also those of tools, which must then be filled in by {@code keyarbor
   *     inject} before the tool can read them
   *     <p>A file that cannot be read any more has nothing to change, and says why.
   */
  public List<Replacement> plan(Session session, Collection<Find> finds, boolean configFilesToo) {
    Map<Path, List<Find>> files = new LinkedHashMap<>();
    finds.stream()
        .filter(f -> f.source().isReplaceable())
        .filter(f -> configFilesToo || f.source().kind() == Source.Kind.ENV_FILE)
        .forEach(
            f -> files.computeIfAbsent(f.source().file().get(), p -> new ArrayList<>()).add(f));
    List<Replacement> plans = new ArrayList<>();
    try (KnownSecrets known = new KnownSecrets(session, BACKUP_TAG)) {
      for (var file : files.entrySet()) {
        plans.add(planOrTell(known, file.getKey(), file.getValue()));
      }
    }
    return plans;
  }

  private static Replacement planOrTell(KnownSecrets known, Path file, List<Find> finds) {
    try {
      return plan(known, file, finds);
    } catch (TransferException e) {
      Source.Kind kind = finds.getFirst().source().kind();
      return new Replacement(file, kind, List.of(), List.of(e.getMessage()), "", "");
    }
  }

  private static Replacement plan(KnownSecrets known, Path file, List<Find> finds)
      throws TransferException {
    byte[] bytes = SafeFile.read(file);
    String format = finds.getFirst().source().format();
    Source.Kind kind = finds.getFirst().source().kind();
    List<String> left = new ArrayList<>();
    Map<Integer, Change> changes = new LinkedHashMap<>();
    try {
      for (Find find : finds) {
        for (var secret : find.draft().secrets().entrySet()) {
          Optional<Reference> reference = reference(known, find, secret.getValue());
          List<Change> spots =
              reference
                  .map(r -> spots(format, bytes, secret.getKey(), secret.getValue(), r))
                  .orElse(List.of());
          spots.forEach(c -> changes.putIfAbsent(c.start(), c));
          if (reference.isEmpty()) {
            left.add(secret.getKey() + ": it is not in the vault yet.");
          } else if (spots.isEmpty()) {
            left.add(secret.getKey() + ": it does not stand in the file as it is.");
          }
        }
      }
      List<Change> sorted =
          changes.values().stream().sorted(Comparator.comparingInt(Change::start)).toList();
      if (!RewriteCheck.isClean(format, file, bytes, sorted)) {
        left.add("This file cannot be changed without harm. Change it by hand.");
        sorted = List.of();
      }
      return new Replacement(
          file, kind, sorted, left, hint(file, kind), SealedBackups.sha256(bytes));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** To the credential of the find's own service, where the vault has the secret several times. */
  private static Optional<Reference> reference(KnownSecrets known, Find find, Secret secret) {
    return known.places(secret).stream()
        .min(
            Comparator.comparing(
                p -> !p.credential().details().serviceType().equals(find.service().serviceType())))
        .map(p -> new Reference(p.credential().details().name(), Optional.of(p.field())));
  }

  private static List<Change> spots(
      String format, byte[] bytes, String field, Secret secret, Reference reference) {
    List<Change> spots = new ArrayList<>();
    if (format.equals("env")) {
      try (EnvText text = EnvText.dotenv(bytes)) {
        text.assignments().stream()
            .filter(a -> a.literal() && a.value().sameAs(secret))
            .forEach(a ->
                spots.add(
                    new Change(a.start(), a.end(), a.line(), a.name(), reference.toString())));
      }
    } else {
      for (int at : Occurrences.of(bytes, secret)) {
        spots.add(
            new Change(
                at,
                at + secret.length(),
                Occurrences.line(bytes, at),
                field,
                reference.toString()));
      }
    }
    return spots;
  }

  private static String hint(Path file, Source.Kind kind) {
    return kind == Source.Kind.ENV_FILE
        ? "Use it with: keyarbor run --env-file " + file + " -- COMMAND"
        : "Before the tool can read it again: keyarbor inject -i " + file + " -o OTHER_FILE";
  }

  /**
   * Changes a file as planned. Its bytes from before are in the vault, on disk, when the file is
   * touched; a crash leaves the old file or the new one, whole.
   *
   * @return the name of the credential that keeps the file from before; empty if there was nothing
   *     to change
   * @throws TransferException if the file was changed since it was planned, or cannot be written;
   *     then it is as it was
   */
  public Optional<String> replace(Session session, Replacement plan) throws TransferException {
    if (plan.changes().isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = SafeFile.read(plan.file());
    byte[] fresh = {};
    try {
      checkUnchanged(plan, bytes);
      fresh = RewriteCheck.replaced(bytes, plan.changes());
      SameFile target = SameFile.of(plan.file());
      Credential kept = backups.keep(session, plan.file(), target.mode(), bytes, fresh);
      try {
        target.write(fresh, written -> checkUnchanged(plan));
      } catch (TransferException e) {
        session.credentials().moveToTrash(List.of(kept.id()));
        throw e;
      }
      return Optional.of(kept.details().name());
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(fresh, (byte) 0);
    }
  }

  private static void checkUnchanged(Replacement plan) throws TransferException {
    byte[] now = SafeFile.read(plan.file());
    try {
      checkUnchanged(plan, now);
    } finally {
      Arrays.fill(now, (byte) 0);
    }
  }

  private static void checkUnchanged(Replacement plan, byte[] now) throws TransferException {
    if (!SealedBackups.sha256(now).equals(plan.seen())) {
      throw new TransferException(
          plan.file() + " was changed since it was looked at. Nothing was written. Sweep again.");
    }
  }

  /**
   * Puts back what was in a file before the last {@link #replace}, byte for byte, with its mode.
   * The copy in the vault goes to the trash then.
   *
   * @param evenIfEdited also where somebody has edited the file since; those edits are lost
   * @throws TransferException if there is nothing to put back, or the file was edited since
   */
  public void undo(Session session, Path file, boolean evenIfEdited) throws TransferException {
    backups.restore(session, file, evenIfEdited);
  }
}
