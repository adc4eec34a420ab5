package io.keyarbor.storage;

import io.keyarbor.vault.store.BackupFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder {@code NAME.backups} beside the vault {@code NAME}. A backup's name says when it was
 * made and of which state: {@code 20261120T101500.123Z-42-NAME}; it ends in {@code .unproven} until
 * it was read back.
 */
final class BackupFiles implements BackupFolder {
  private static final int KEPT = 10;
  private static final String UNPROVEN = ".unproven";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSX", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3}Z)-(\\d{1,18})-(.+)");

  private final Path folder;
  private final String vault;

  BackupFiles(Path file) {
    vault = file.getFileName().toString();
    folder = file.resolveSibling(vault + ".backups");
  }

  @Override
  public Path next(Instant now, long counter) {
    return folder.resolve(TIME.format(now) + "-" + counter + "-" + vault + UNPROVEN);
  }

  /** Where the file is kept as it was before an upgrade; it stays until a person deletes it. */
  Path beforeFormat(int format) {
    return folder.resolve("before-format-" + format + "-" + vault);
  }

  @Override
  public List<Path> unproven() {
    return list().filter(f -> f.toString().endsWith(UNPROVEN)).toList();
  }

  @Override
  public void proven(Path backup) {
    try {
      String name = backup.getFileName().toString();
      Files.move(
          backup, backup.resolveSibling(name.substring(0, name.length() - UNPROVEN.length())));
      List<Path> proven = provenOnes().toList();
      for (Path old : proven.subList(0, Math.max(0, proven.size() - KEPT))) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      throw Faults.copying(backup, e);
    }
  }

  @Override
  public void discard(Path backup) {
    try {
      Files.deleteIfExists(backup);
    } catch (IOException e) {
      throw Faults.copying(backup, e);
    }
  }

  @Override
  public Optional<Instant> lastProven() {
    return provenOnes().reduce((older, newer) -> newer).flatMap(BackupFiles::madeAt);
  }

  @Override
  public long lastCounter() {
    return list()
        .map(f -> NAME.matcher(f.getFileName().toString()))
        .filter(Matcher::matches)
        .mapToLong(m -> Long.parseLong(m.group(2)))
        .max()
        .orElse(0);
  }

  private Stream<Path> provenOnes() {
    return list().filter(f -> !f.toString().endsWith(UNPROVEN));
  }

  /** Backups of this vault, oldest first. */
  private Stream<Path> list() {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> NAME.matcher(f.getFileName().toString()).matches())
          .sorted(Comparator.comparing(f -> f.getFileName().toString()))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Instant> madeAt(Path backup) {
    Matcher name = NAME.matcher(backup.getFileName().toString());
    try {
      return name.matches()
          ? Optional.of(TIME.parse(name.group(1), Instant::from))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
