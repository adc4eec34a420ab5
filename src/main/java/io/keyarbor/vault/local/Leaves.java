package io.keyarbor.vault.local;

import io.keyarbor.vault.keys.Manifest;
import io.keyarbor.vault.store.Rows.CollectionRow;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.VaultRow;
import io.keyarbor.vault.store.Rows.VersionRow;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The hashes of all records of a collection, from which its digest is made. One thread only. */
final class Leaves {
  private static final Comparator<UUID> AS_UNSIGNED_BYTES =
      Comparator.<UUID, Long>comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  /**
   * One record's hashes; immutable.
   *
   * @param row of its row
   * @param versions of its versions by number
   * @param hash of both
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Leaf(byte[] row, SortedMap<Integer, byte[]> versions, byte[] hash) {}

  private final Manifest manifest = new Manifest();
  private final SortedMap<UUID, Leaf> leaves = new TreeMap<>(AS_UNSIGNED_BYTES);

  /** Hashes of rows, while they are read in whatever order. */
  static final class Builder {
    private final Manifest manifest = new Manifest();
    private final Map<UUID, byte[]> rows = new HashMap<>();
    private final Map<UUID, SortedMap<Integer, byte[]>> versions = new HashMap<>();

    void add(CredentialRow row) {
      rows.put(row.id(), manifest.hash(row));
    }

    void add(VersionRow row) {
      versions
          .computeIfAbsent(row.credentialId(), id -> new TreeMap<>())
          .put(row.version(), manifest.hash(row));
    }

    Leaves build() {
      Leaves built = new Leaves();
      rows.forEach(
          (id, row) -> built.put(id, row, versions.getOrDefault(id, Collections.emptySortedMap())));
      versions.forEach((id, orphans) -> {
        if (!rows.containsKey(id)) {
          built.put(id, new byte[0], orphans);
        }
      });
      return built;
    }
  }

  /** The record's hashes, if there is such a record. */
  Optional<Leaf> get(UUID id) {
    return Optional.ofNullable(leaves.get(id));
  }

  /** Whether that version of the record is there. */
  boolean hasVersion(UUID id, int version) {
    return get(id).filter(leaf -> leaf.versions().containsKey(version)).isPresent();
  }

  /** Puts back what {@link #get} gave. */
  void restore(UUID id, Optional<Leaf> before) {
    before.ifPresentOrElse(leaf -> leaves.put(id, leaf), () -> leaves.remove(id));
  }

  void put(CredentialRow row) {
    put(
        row.id(),
        manifest.hash(row),
        get(row.id()).map(Leaf::versions).orElse(Collections.emptySortedMap()));
  }

  void put(VersionRow row) {
    Leaf leaf = leaves.get(row.credentialId());
    SortedMap<Integer, byte[]> versions = new TreeMap<>(leaf.versions());
    versions.put(row.version(), manifest.hash(row));
    put(row.credentialId(), leaf.row(), versions);
  }

  void remove(UUID id) {
    leaves.remove(id);
  }

  private void put(UUID id, byte[] row, SortedMap<Integer, byte[]> versions) {
    leaves.put(id, new Leaf(row, versions, manifest.leaf(row, versions)));
  }

  byte[] digest(VaultRow vault, CollectionRow collection) {
    return manifest.digest(vault, collection, leaves.values().stream().map(Leaf::hash).toList());
  }
}
