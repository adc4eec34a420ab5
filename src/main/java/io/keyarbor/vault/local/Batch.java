package io.keyarbor.vault.local;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.store.Rows.VersionRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one save is to change. Secrets are sealed as they are put in; none stays. */
final class Batch {
  /** Seals a new state of a record's secrets, which stay with the caller. */
  interface Sealer {
    VersionRow seal(UUID id, int number, Map<String, Secret> secrets);
  }

  private final Map<UUID, Content> contents = new LinkedHashMap<>();
  private final List<VersionRow> versions = new ArrayList<>();
  private final Set<UUID> deleted = new HashSet<>();
  private final Sealer sealer;

  Batch(Sealer sealer) {
    this.sealer = sealer;
  }

  /** Adds a record, or puts new metadata in an old one's place. */
  void put(Content content) {
    contents.put(content.id(), content);
  }

  /** Adds a version of a record's secrets. */
  void version(UUID id, int number, Map<String, Secret> secrets) {
    versions.add(sealer.seal(id, number, secrets));
  }

  /** Deletes a record with its versions. */
  void delete(UUID id) {
    deleted.add(id);
  }

  Map<UUID, Content> contents() {
    return contents;
  }

  List<VersionRow> versions() {
    return versions;
  }

  Set<UUID> deleted() {
    return deleted;
  }

  boolean isEmpty() {
    return contents.isEmpty() && versions.isEmpty() && deleted.isEmpty();
  }
}
