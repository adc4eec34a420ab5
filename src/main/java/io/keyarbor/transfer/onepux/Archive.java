package io.keyarbor.transfer.onepux;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The ZIP file that an export is. Entries are only ever read by the name that is looked for, so
 * names that point out of it harm nothing; what they unpack to is counted, whatever they say it is.
 */
final class Archive implements AutoCloseable {
  private static final int MOST_ENTRIES = 100_000;

  private final String file;
  private final ZipFile zip;

  /**
   * Opens it.
   *
   * @throws TransferException if it is none, or too large
   */
  Archive(Path file) throws TransferException {
    this.file = file.getFileName().toString();
    if (!Files.exists(file)) {
      throw new TransferException("There is no file " + file + ". Check its name.");
    }
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException | IllegalArgumentException e) {
      throw new TransferException(
          this.file + " is no 1PUX file, or it is damaged. Export it again.");
    }
  }

  /**
   * The bytes of an entry, for the caller to wipe.
   *
   * @throws TransferException if it is missing, damaged or too large
   */
  byte[] bytes(String name) throws TransferException {
    if (zip.size() > MOST_ENTRIES) {
      throw new TransferException(file + " holds more than " + MOST_ENTRIES + " files.");
    }
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new TransferException(file + " holds no " + name + ". Check that 1Password wrote it.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return FileBytes.of(in, 8192, FileBytes.MOST);
    } catch (FileBytes.TooLarge e) {
      throw new TransferException(
          name + " in " + file + " unpacks to more than " + (FileBytes.MOST >> 20) + " MiB.");
    } catch (IOException | RuntimeException e) {
      throw new TransferException(name + " in " + file + " is damaged. Export it again.");
    }
  }

  /**
   * The content of an attached file, for the caller to close; empty if it is missing, damaged or
   * larger than {@code most}.
   */
  Optional<Secret> attachment(String id, String name, int most) {
    ZipEntry entry = zip.getEntry("files/" + id + "__" + name);
    if (entry == null || most <= 0) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Optional.of(Secret.take(FileBytes.of(in, 8192, most)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read, so nothing is lost.
    }
  }
}
