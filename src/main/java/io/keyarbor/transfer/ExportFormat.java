package io.keyarbor.transfer;

import io.keyarbor.crypto.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A kind of file that credentials can be written to. Safe for any thread; keeps nothing. */
public interface ExportFormat {
  /** What it is called on the command line, e.g. {@code kdbx}. */
  String name();

  /** What a person reads. */
  String title();

  /** The usual ending of such files, without the dot. */
  String extension();

  /** Whether whoever has the file can read the secrets in it. */
  boolean isPlaintext();

  /** Whether a password seals the file; a format that is neither has no secret in it. */
  default boolean isSealed() {
    return !isPlaintext();
  }

  /**
   * Writes all of {@code drafts}, or throws before the end.
   *
   * @param drafts stay the caller's
   * @param password seals the file; empty for a plaintext format
   * @param out stays open
   * @return what could not be written as it is, for a person to know
   * @throws TransferException if the format cannot hold them
   */
  List<Reading.Skipped> write(List<Draft> drafts, Optional<Secret> password, OutputStream out)
      throws IOException, TransferException;
}
