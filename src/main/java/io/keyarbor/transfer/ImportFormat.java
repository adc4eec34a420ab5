package io.keyarbor.transfer;

import io.keyarbor.crypto.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kind of file that credentials can be taken from. Safe for any thread; keeps nothing. */
public interface ImportFormat {
  /** What it is called on the command line, e.g. {@code kdbx}. */
  String name();

  /** What a person reads, e.g. {@code KeePass database (KDBX 3 and 4)}. */
  String title();

  /** Endings of such files, without the dot, the usual one first. */
  List<String> extensions();

  /** What must be given to read {@code file}, as far as a look at its start tells. */
  Needs needs(Path file) throws TransferException;

  /** What a file asks for. */
  enum Needs {
    NOTHING,
    PASSWORD,
    /** A password, a key file or both; the file does not tell which. */
    PASSWORD_OR_KEY_FILE
  }

  /**
   * Reads a file. A part that is broken is skipped and told; what is around it is kept.
   *
   * @throws TransferException if the file as a whole cannot be read
   */
  Reading read(Path file, Options options) throws TransferException;

  /**
   * How to read.
   *
   * @param password of the file, kept and closed by the caller
   * @param columns for a table: which field its columns hold, by the column's name
   * @param service type of what the file does not say the service of; empty leaves it to the format
   */
  record Options(
      Optional<Secret> password,
      Optional<Path> keyFile,
      Map<String, String> columns,
      Optional<String> service) {
    /** Nothing given. */
    public static Options none() {
      return new Options(Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }
  }
}
