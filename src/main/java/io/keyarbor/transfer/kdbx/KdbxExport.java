package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Writes KDBX 4.0: Argon2id, ChaCha20, packed. KeePass, KeePassXC and their kin open it.
 *
 * <p>Secrets are protected values, files are attached, groups are groups. What KDBX has no place
 * for is kept in values whose names begin with {@code Keyarbor}, and {@link KdbxImport} reads them
 * back. A secret that is no text is written as an attached file; other text that XML cannot hold
 * has U+FFFD in its place, and the caller is told.
 */
public final class KdbxExport implements ExportFormat {
  private static final int BUFFER = 64 * 1024;
  private static final int SEED_BYTES = 32;

  private final Supplier<KdfCost> cost;
  private final ZoneId zone;

  /**
   * A day of expiry is one of this machine's time zone.
   *
   * @param cost of one guess of the password; asked for each file
   */
  public KdbxExport(Supplier<KdfCost> cost) {
    this(cost, ZoneId.systemDefault());
  }

  KdbxExport(Supplier<KdfCost> cost, ZoneId zone) {
    this.cost = cost;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "kdbx";
  }

  @Override
  public String title() {
    return "KeePass database (KDBX 4)";
  }

  @Override
  public String extension() {
    return "kdbx";
  }

  @Override
  public boolean isPlaintext() {
    return false;
  }

  @Override
  public List<Skipped> write(List<Draft> drafts, Optional<Secret> password, OutputStream out)
      throws IOException, TransferException {
    Secret given =
        password
            .filter(p -> p.length() > 0)
            .orElseThrow(
                () -> new TransferException("A KeePass database needs a password; give it one."));
    refuseDeepGroups(drafts);
    List<Skipped> skipped = new ArrayList<>();
    DatabaseWriter database = new DatabaseWriter(drafts, zone, skipped);
    try (Secret key = CompositeKey.of(given)) {
      write(database, key, out);
      return List.copyOf(skipped);
    } catch (KdbxException e) {
      throw new TransferException("The database cannot be written: " + e.getMessage() + ".");
    } catch (XMLStreamException e) {
      throw new IOException("The database cannot be written", e);
    }
  }

  private static void refuseDeepGroups(List<Draft> drafts) throws TransferException {
    int most = Limits.USUAL.depth() - 1;
    for (Draft draft : drafts) {
      if (draft.groups().size() > most) {
        throw new TransferException(
            draft.origin() + ": lies deeper than " + most + " groups; move it up.");
      }
    }
  }

  private void write(DatabaseWriter database, Secret key, OutputStream out)
      throws IOException, XMLStreamException {
    OuterCipher cipher = OuterCipher.CHACHA20;
    byte[] seed = random(SEED_BYTES);
    byte[] iv = random(cipher.ivBytes());
    Kdf.Argon kdf = Kdf.Argon.of(cost.get(), random(SEED_BYTES));
    byte[] header =
        Header.version4()
            .put(Header.CIPHER, Header.bytes(cipher.id()))
            .put(Header.COMPRESSION, LittleEndian.ofInt(1))
            .put(Header.MASTER_SEED, seed)
            .put(Header.IV, iv)
            .put(Header.KDF, kdf.write().write())
            .write();
    try (Secret derived = kdf.derive(key);
        BlockKeys keys = BlockKeys.of(seed, derived);
        Secret payloadKey = derived.use(bytes -> Secret.take(Hashes.sha256(seed, bytes)))) {
      out.write(header);
      out.write(Hashes.sha256(header));
      out.write(keys.code(BlockKeys.HEADER, header));
      try (OutputStream payload =
          new BufferedOutputStream(
              new GZIPOutputStream(
                  new CipherOutputStream(
                      new BlockOutput(out, keys),
                      cipher.start(Cipher.ENCRYPT_MODE, payloadKey, iv)),
                  BUFFER),
              BUFFER)) {
        database.write(payload);
      }
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
