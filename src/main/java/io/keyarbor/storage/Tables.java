package io.keyarbor.storage;

import io.keyarbor.vault.store.Rows.Change;
import io.keyarbor.vault.store.Rows.CollectionKeyRow;
import io.keyarbor.vault.store.Rows.CollectionRow;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.Header;
import io.keyarbor.vault.store.Rows.ManifestRow;
import io.keyarbor.vault.store.Rows.MemberRow;
import io.keyarbor.vault.store.Rows.VaultRow;
import io.keyarbor.vault.store.Rows.VersionRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The statements of format 1, with nothing in them that one engine alone understands. */
final class Tables {
  private static final int BATCH = 1000;
  private static final String VERSIONS =
      "SELECT credential_id, version, epoch, secret, created_at, author FROM credential_version";

  private final Connection connection;

  Tables(Connection connection) {
    this.connection = connection;
  }

  /** Makes a row out of the current one of a result. */
  private interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  Header header() throws SQLException {
    List<VaultRow> vaults =
        list(
            "SELECT id, format, created_at FROM vault",
            r -> new VaultRow(id(r, 1), r.getInt(2), r.getLong(3)));
    if (vaults.size() != 1) {
      throw new SQLException("not exactly one vault");
    }
    return new Header(
        vaults.getFirst(),
        list(
            "SELECT id, kind, profile, kdf, public_keys, commitment, private_keys, checksum"
                + " FROM member",
            r ->
                new MemberRow(
                    id(r, 1),
                    r.getInt(2),
                    r.getBytes(3),
                    r.getBytes(4),
                    r.getBytes(5),
                    r.getBytes(6),
                    r.getBytes(7),
                    r.getBytes(8))),
        list(
            "SELECT id, epoch, profile FROM collection",
            r -> new CollectionRow(id(r, 1), r.getInt(2), r.getBytes(3))),
        list(
            "SELECT collection_id, epoch, member_id, kem, sealed_keys, granted_by, signature"
                + " FROM collection_key",
            r ->
                new CollectionKeyRow(
                    id(r, 1),
                    r.getInt(2),
                    id(r, 3),
                    r.getBytes(4),
                    r.getBytes(5),
                    id(r, 6),
                    r.getBytes(7))),
        manifests(),
        list("SELECT hash FROM audit_event ORDER BY seq DESC LIMIT 1", r -> r.getBytes(1)).stream()
            .findFirst()
            .orElseGet(() -> new byte[32]));
  }

  List<ManifestRow> manifests() throws SQLException {
    return list(
        "SELECT collection_id, counter, digest, audit_head, signer, signature FROM manifest",
        r ->
            new ManifestRow(
                id(r, 1), r.getLong(2), r.getBytes(3), r.getBytes(4), id(r, 5), r.getBytes(6)));
  }

  void readCredentials(Consumer<CredentialRow> each) throws SQLException {
    read(
        "SELECT id, collection_id, epoch, version, name_tag, meta, updated_at FROM credential",
        r ->
            new CredentialRow(
                id(r, 1),
                id(r, 2),
                r.getInt(3),
                r.getInt(4),
                Optional.ofNullable(r.getBytes(5)),
                r.getBytes(6),
                r.getLong(7)),
        each);
  }

  void readVersions(Consumer<VersionRow> each) throws SQLException {
    read(VERSIONS, Tables::version, each);
  }

  List<VersionRow> versions(UUID credential) throws SQLException {
    return list(
        VERSIONS + " WHERE credential_id = ? ORDER BY version DESC", Tables::version, credential);
  }

  Optional<VersionRow> version(UUID credential, int version) throws SQLException {
    return list(
            VERSIONS + " WHERE credential_id = ? AND version = ?",
            Tables::version,
            credential,
            version)
        .stream()
        .findFirst();
  }

  private static VersionRow version(ResultSet r) throws SQLException {
    return new VersionRow(
        id(r, 1), r.getInt(2), r.getInt(3), r.getBytes(4), r.getLong(5), id(r, 6));
  }

  void insert(Header header) throws SQLException {
    VaultRow vault = header.vault();
    write(
        "INSERT INTO vault(id, format, created_at) VALUES(?, ?, ?)",
        List.<Object[]>of(row(vault.id(), vault.format(), vault.createdAt())));
    write(
        "INSERT INTO member(profile, kdf, public_keys, commitment, private_keys, checksum, kind, id)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        header.members().stream().map(Tables::values).toList());
    write(
        "INSERT INTO collection(id, epoch, profile) VALUES(?, ?, ?)",
        header.collections().stream().map(c -> row(c.id(), c.epoch(), c.profile())).toList());
    write(
        "INSERT INTO collection_key"
            + "(collection_id, epoch, member_id, kem, sealed_keys, granted_by, signature)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?)",
        header.keys().stream()
            .map(k ->
                row(
                    k.collectionId(),
                    k.epoch(),
                    k.memberId(),
                    k.kem(),
                    k.keys(),
                    k.grantedBy(),
                    k.signature()))
            .toList());
    write(
        "INSERT INTO manifest(counter, digest, audit_head, signer, signature, collection_id)"
            + " VALUES(?, ?, ?, ?, ?, ?)",
        header.manifests().stream().map(Tables::values).toList());
  }

  /** Changes one member; false if it is not there. */
  boolean update(MemberRow member) throws SQLException {
    return write(
            "UPDATE member SET profile = ?, kdf = ?, public_keys = ?, commitment = ?,"
                + " private_keys = ?, checksum = ?, kind = ? WHERE id = ?",
            List.<Object[]>of(values(member)))
        == 1;
  }

  /** Writes all of it; false if the file was not in the state it was made for. */
  boolean write(Change change) throws SQLException {
    ManifestRow manifest = change.manifest();
    Object[] next =
        row(
            manifest.counter(),
            manifest.digest(),
            manifest.auditHead(),
            manifest.signer(),
            manifest.signature(),
            manifest.collectionId(),
            change.replaces());
    int replaced =
        write(
            "UPDATE manifest SET counter = ?, digest = ?, audit_head = ?, signer = ?,"
                + " signature = ? WHERE collection_id = ? AND counter = ?",
            List.<Object[]>of(next));
    List<Object[]> deleted = change.deleted().stream().map(Tables::row).toList();
    int gone = write("DELETE FROM credential WHERE id = ?", deleted);
    write("DELETE FROM credential_version WHERE credential_id = ?", deleted);
    int updated =
        write(
            "UPDATE credential SET collection_id = ?, epoch = ?, version = ?, name_tag = ?,"
                + " meta = ?, updated_at = ? WHERE id = ?",
            rows(change.updated()));
    write(
        "INSERT INTO credential(collection_id, epoch, version, name_tag, meta, updated_at, id)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?)",
        rows(change.added()));
    write(
        "INSERT INTO credential_version(credential_id, version, epoch, secret, created_at, author)"
            + " VALUES(?, ?, ?, ?, ?, ?)",
        change.versions().stream()
            .map(v ->
                row(
                    v.credentialId(),
                    v.version(),
                    v.epoch(),
                    v.secret(),
                    v.createdAt(),
                    v.author()))
            .toList());
    return replaced == 1 && gone == change.deleted().size() && updated == change.updated().size();
  }

  private static List<Object[]> rows(List<CredentialRow> credentials) {
    return credentials.stream()
        .map(c ->
            row(
                c.collectionId(),
                c.epoch(),
                c.version(),
                c.nameTag().orElse(null),
                c.meta(),
                c.updatedAt(),
                c.id()))
        .toList();
  }

  private static Object[] values(MemberRow m) {
    return row(
        m.profile(),
        m.kdf(),
        m.publicKeys(),
        m.commitment(),
        m.privateKeys(),
        m.checksum(),
        m.kind(),
        m.id());
  }

  private static Object[] values(ManifestRow m) {
    return row(m.counter(), m.digest(), m.auditHead(), m.signer(), m.signature(), m.collectionId());
  }

  private static Object[] row(Object... values) {
    return values;
  }

  private static UUID id(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private <T> List<T> list(String sql, Mapper<T> mapper, Object... values) throws SQLException {
    List<T> rows = new ArrayList<>();
    read(sql, mapper, rows::add, values);
    return rows;
  }

  private <T> void read(String sql, Mapper<T> mapper, Consumer<T> each, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          each.accept(mapper.map(rows));
        }
      }
    }
  }

  /** Runs one statement for each row of values; how many rows it changed in all. */
  private int write(String sql, Collection<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return 0;
    }
    int changed = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
        if (++waiting % BATCH == 0) {
          changed += sum(statement.executeBatch());
        }
      }
      return changed + sum(statement.executeBatch());
    }
  }

  private static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
