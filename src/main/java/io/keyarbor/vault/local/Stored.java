package io.keyarbor.vault.local;

import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.keys.Manifest;
import io.keyarbor.vault.store.Rows.CollectionRow;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.Rows.ManifestRow;
import io.keyarbor.vault.store.Rows.MemberRow;
import io.keyarbor.vault.store.VaultStore;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * All that a file holds, as read and hashed before any key is at hand.
 *
 * @param credentials the sealed records; emptied once they are opened
 * @param leaves hashes of the records and of all their versions
 */
record Stored(Header header, List<CredentialRow> credentials, Leaves leaves) {
  /** Reads a whole file. */
  static Stored read(VaultStore store, Header header) {
    List<CredentialRow> credentials = new ArrayList<>();
    Leaves.Builder leaves = new Leaves.Builder();
    store.readCredentials(row -> {
      credentials.add(row);
      leaves.add(row);
    });
    store.readVersions(leaves::add);
    return new Stored(header, credentials, leaves.build());
  }

  /**
   * Checks that there is one person with one collection, which is all that is written yet; a file
   * with more was made by something else.
   */
  static Header checked(VaultStore store, int format) {
    Header header = store.header();
    if (header.members().size() != 1
        || header.collections().size() != 1
        || header.keys().size() != 1
        || header.manifests().size() != 1) {
      throw new VaultException.Damaged(
          store.file(), "it does not hold exactly one member and one collection", null);
    }
    if (header.vault().format() != format) {
      throw new VaultException.Damaged(store.file(), "its format is told in two ways", null);
    }
    return header;
  }

  UUID vaultId() {
    return header.vault().id();
  }

  MemberRow member() {
    return header.members().getFirst();
  }

  CollectionRow collection() {
    return header.collections().getFirst();
  }

  ManifestRow manifest() {
    return header.manifests().getFirst();
  }

  /** Whether everything is as {@code signer} signed it last. */
  boolean isAsSigned(PublicKey signer) {
    ManifestRow manifest = manifest();
    return manifest.collectionId().equals(collection().id())
        && manifest.signer().equals(member().id())
        && Manifest.verify(vaultId(), manifest, signer)
        && Arrays.equals(manifest.auditHead(), header.auditHead())
        && Arrays.equals(manifest.digest(), leaves.digest(header.vault(), collection()));
  }
}
