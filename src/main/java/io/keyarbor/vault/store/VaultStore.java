package io.keyarbor.vault.store;

import io.keyarbor.vault.store.Rows.Change;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.Rows.MemberRow;
import io.keyarbor.vault.store.Rows.VersionRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * An open vault file, owned by this process until it is closed. Safe for any thread; one call runs
 * at a time. It knows rows only and opens no seal.
 *
 * <p>Methods throw the {@code VaultException} that says what is wrong with the file.
 */
public interface VaultStore extends AutoCloseable {
  /** Where it is. */
  Path file();

  /** All but the records. */
  Header header();

  /** Calls {@code each} for every record, in no particular order. */
  void readCredentials(Consumer<CredentialRow> each);

  /** Calls {@code each} for every version of every record, in no particular order. */
  void readVersions(Consumer<VersionRow> each);

  /** One version of a record's secrets. */
  Optional<VersionRow> version(UUID credentialId, int version);

  /** All versions of a record's secrets, newest first. */
  List<VersionRow> versions(UUID credentialId);

  /**
   * Writes a change; it is on the disk when this returns, or it threw and the file holds what it
   * held before.
   */
  void save(Change change);

  /** Replaces a member's row; the same promise as {@link #save}. */
  void replaceMember(MemberRow member);

  /** Writes a copy of the file as it is now to {@code target}, which must not exist. */
  void copyTo(Path target);

  /** Gives the file up. Everything was on the disk before; never throws. */
  @Override
  void close();
}
