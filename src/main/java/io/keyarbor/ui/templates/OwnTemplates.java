package io.keyarbor.ui.templates;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.PrivateFile;
import io.keyarbor.template.TemplateParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A person's template files: read, written, put aside. Nothing that another program wrote meanwhile
 * is lost. Plain Java; reads and writes the disk, so not for the JavaFX thread.
 */
final class OwnTemplates {
  private final Path folder;

  OwnTemplates(Path folder) {
    this.folder = folder;
  }

  /** A refusal, in words for a person. */
  static final class Refused extends IOException {
    Refused(String message) {
      super(message);
    }
  }

  /** Another program wrote or removed the file, or there is one already; overwriting helps. */
  static final class ChangedMeanwhile extends IOException {
    ChangedMeanwhile(String message) {
      super(message);
    }
  }

  /** Where a template of that name lies. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** What is wrong with a name for a file, in words; empty if nothing. */
  static Optional<String> nameFault(String name) {
    boolean good = name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,95}\\.json");
    return good
        ? Optional.empty()
        : Optional.of(
            tr("A name such as my-service.json is needed: letters, digits, - _ and dots."));
  }

  /**
   * The text of {@code file}.
   *
   * @throws Refused if it is too large for a template, or no text
   */
  String read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Refused(tr("{0} is gone, or is not a file.", file.getFileName()));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(TemplateParser.MAX_BYTES + 1);
      if (bytes.length > TemplateParser.MAX_BYTES) {
        throw new Refused(
            tr("{0} is too large for a template: at most 1 MiB is taken.", file.getFileName()));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused(tr("{0} is not a text file.", file.getFileName()));
    }
  }

  /**
   * Writes a template.
   *
   * @param opened the file it comes from; empty for a new one
   * @param before what was in that file when it was opened
   * @param name of the file from now on; another one than that of {@code opened} renames it
   * @param anyway whether to write whatever is there
   * @return where it lies now
   * @throws ChangedMeanwhile if something else is there than was opened
   * @throws Refused if a file would be lost by the new name
   */
  Path save(Optional<Path> opened, String before, String name, String text, boolean anyway)
      throws IOException {
    Path to = opened.map(path -> path.resolveSibling(name)).orElseGet(() -> file(name));
    boolean renamed = opened.isPresent() && !to.equals(opened.get());
    if (renamed && Files.exists(to)) {
      throw new Refused(tr("There is already a template file called {0}.", name));
    }
    if (!anyway) {
      requireUnchanged(opened, before, to);
    }
    PrivateFile.write(to, bytes(text));
    if (renamed) {
      Files.deleteIfExists(opened.get());
    }
    return to;
  }

  private static void requireUnchanged(Optional<Path> opened, String before, Path to)
      throws IOException {
    if (opened.isEmpty() && Files.exists(to)) {
      throw new ChangedMeanwhile(
          tr("There is already a template file called {0}.", to.getFileName()));
    }
    if (opened.isPresent()
        && !(Files.isRegularFile(opened.get())
            && Arrays.equals(bytes(before), bytes(opened.get())))) {
      throw new ChangedMeanwhile(
          tr("Something else changed {0} since it was opened here.", opened.get().getFileName()));
    }
  }

  /** Puts a file aside, where it is no template any more; {@link #restore} brings it back. */
  Path remove(Path file) throws IOException {
    for (int number = 1; ; number++) {
      Path aside = file.resolveSibling(file.getFileName() + ".removed" + number);
      if (Files.notExists(aside)) {
        return Files.move(file, aside);
      }
    }
  }

  /** Brings back a file that was put aside, unless its name was taken meanwhile. */
  void restore(Path aside, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new Refused(tr("There is a new {0}; the old one is {1}.", file.getFileName(), aside));
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(TemplateParser.MAX_BYTES + 1);
    }
  }
}
