package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file to be attached to a credential. Its content is kept like any secret.
 *
 * @param name without a folder
 * @param content for the holder to close
 */
public record AttachedFile(String name, Secret content) implements AutoCloseable {
  /**
   * The most bytes of one file. All secrets of a credential have room for a megabyte together, and
   * some of it is left for those that are no files.
   */
  public static final int MOST_BYTES = 900_000;

  private static final int LONGEST_NAME = 100;
  private static final String NAMELESS = "attachment";

  /**
   * Reads one. Reads the disk, so not for the JavaFX thread.
   *
   * @throws IOException with a message for a person, if it cannot be read, or is too large
   */
  public static AttachedFile read(Path file) throws IOException {
    Secret content = BoundedFile.read(file, MOST_BYTES);
    return new AttachedFile(plainName(String.valueOf(file.getFileName())), content);
  }

  /** The name of the field for a file of that name, with a number where it is taken. */
  public static String field(String name, Collection<String> taken) {
    Set<String> lower =
        taken.stream().map(field -> field.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    int dot = name.lastIndexOf('.') <= 0 ? name.length() : name.lastIndexOf('.');
    String field = Draft.ATTACHMENT + name;
    for (int number = 2; lower.contains(field.toLowerCase(Locale.ROOT)); number++) {
      field = Draft.ATTACHMENT + name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }
    return field;
  }

  /** A name without a path in it, whatever a foreign file calls itself. */
  public static String plainName(String label) {
    String plain =
        label.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").replaceFirst("^[. ]+", "").strip();
    String name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return name.isEmpty() ? NAMELESS : name;
  }

  /** Of 1536, {@code 1.5 KiB}. */
  public static String sizeText(int bytes) {
    if (bytes < 1024) {
      return count(bytes, "{0} byte", "{0} bytes");
    }
    NumberFormat kib = NumberFormat.getInstance(Locale.getDefault(Locale.Category.FORMAT));
    kib.setMinimumFractionDigits(1);
    kib.setMaximumFractionDigits(1);
    return tr("{0} KiB", kib.format(bytes / 1024.0));
  }

  /** Wipes the content. */
  @Override
  public void close() {
    content.close();
  }

  /** Says its name only. */
  @Override
  public String toString() {
    return "AttachedFile[" + name + "]";
  }
}
