package io.keyarbor.vault;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The credentials of an unlocked vault. Reads come from memory; every change is on disk when its
 * method returns, or it threw and nothing changed. Safe for any thread; changes take milliseconds
 * and belong off the JavaFX thread.
 *
 * <p>Every method throws {@link VaultException.Locked} once the session is locked.
 */
public interface Credentials {
  /** Those in use, in no particular order. */
  List<Credential> all();

  /** Those in the trash. */
  List<Credential> trash();

  /** In use or in the trash. */
  Optional<Credential> find(CredentialId id);

  /** The one in use of that name, ignoring case. */
  Optional<Credential> named(String name);

  /**
   * Adds a credential.
   *
   * @param secrets by field name; the caller keeps and closes them
   * @throws VaultException.NameTaken if another credential in use has this name
   */
  Credential add(Details details, Map<String, Secret> secrets);

  /**
   * Adds many in one save.
   *
   * @param all with their secrets by field name; the caller keeps and closes them
   * @throws VaultException.NameTaken if one has the name of another, added or in use; then none is
   *     added
   */
  default List<Credential> addAll(List<NewCredential> all) {
    return addAll(List.of(), all);
  }

  /**
   * Adds many, and the groups they lie in, in one save.
   *
   * @param groups new ones with new ids; one may lie in another
   * @param all with their secrets by field name; the caller keeps and closes them
   * @throws VaultException.NameTaken if a group or a credential has the name of another, added or
   *     in use; then nothing is added
   */
  List<Credential> addAll(List<Group> groups, List<NewCredential> all);

  /** What is given to {@link #addAll}. */
  record NewCredential(Details details, Map<String, Secret> secrets) {}

  /**
   * Changes a credential. If a secret changes, the state before is kept as a version.
   *
   * @param before as the person saw it
   * @param changed secrets to set, by field name; the caller keeps and closes them
   * @param removed secret fields to remove
   * @throws VaultException.ChangedElsewhere if {@code before} is no longer the newest revision
   * @throws VaultException.NameTaken if another credential in use has the new name
   */
  Credential edit(
      Credential before, Details details, Map<String, Secret> changed, Set<String> removed);

  /**
   * Changes what a person says of several credentials, in one save.
   *
   * @throws VaultException.ChangedElsewhere with the name of the first one that is no longer as it
   *     was before; then none is changed
   * @throws VaultException.NameTaken if one would have the name of another; then none is changed
   */
  List<Credential> editAll(List<Edit> edits);

  /**
   * One of the changes of {@link #editAll}.
   *
   * @param before as the person saw it
   */
  record Edit(Credential before, Details details) {}

  /**
   * Makes the secrets of an earlier version the current ones again, as a new version: those in
   * between stay. What a person says of the credential changes in the same save.
   *
   * @param before as the person saw it
   * @throws VaultException.ChangedElsewhere if {@code before} is no longer the newest revision
   * @throws VaultException.NameTaken if another credential in use has the new name
   * @throws VaultException.Refused if there is no such version
   */
  Credential rollback(Credential before, Details details, int version);

  /**
   * Keeps the newest verdict and adds it to the history, if the secrets it was on are still the
   * current ones. Verdicts that several threads bring at the same time share a save; each of these
   * threads waits until its own is on disk.
   */
  void recordTest(CredentialId id, int version, Verdict verdict);

  /**
   * What its tests found, newest first: at most {@value PastVerdict#KEPT} changes, each with how
   * often it was found in a row. Empty if there is no such credential.
   */
  List<PastVerdict> history(CredentialId id);

  /** Puts credentials in the trash; their names are free again. */
  void moveToTrash(Collection<CredentialId> ids);

  /** Takes credentials out of the trash; a name that was taken meanwhile gets a number. */
  void restore(Collection<CredentialId> ids);

  /** Deletes credentials from the trash for good, with their versions. */
  void purge(Collection<CredentialId> ids);

  /** Decrypts one secret field, for the caller to close. Empty if the field holds none. */
  Optional<Secret> secret(CredentialId id, String field);

  /** Plain and decrypted fields together, for the caller to close. */
  FieldValues open(CredentialId id);

  /** The states of its secrets, newest first. */
  List<Version> versions(CredentialId id);
}
