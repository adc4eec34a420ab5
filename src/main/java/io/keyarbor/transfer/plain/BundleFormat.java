package io.keyarbor.transfer.plain;

import io.keyarbor.crypto.Argon2;
import io.keyarbor.crypto.Envelope;
import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.WipedOutput;
import io.keyarbor.transfer.read.Documents;
import io.keyarbor.transfer.read.FileBytes;
import io.keyarbor.transfer.read.Node;
import io.keyarbor.transfer.read.Services;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;

/** Keyarbor's own shape sealed with a password, see {@code bundle-format.md}. */
public final class BundleFormat implements ImportFormat, ExportFormat {
  private static final byte[] CHECK = "keyarbor bundle check".getBytes(StandardCharsets.US_ASCII);
  private static final int SEALED_CHECK = 12 + 256 + 16;

  private final Services services;
  private final Supplier<KdfCost> cost;

  /**
   * A format.
   *
   * @param cost of new bundles; asked for once for each
   */
  public BundleFormat(Services services, Supplier<KdfCost> cost) {
    this.services = services;
    this.cost = cost;
  }

  @Override
  public String name() {
    return "keyarbor";
  }

  @Override
  public String title() {
    return "Keyarbor bundle (encrypted)";
  }

  @Override
  public List<String> extensions() {
    return List.of(extension());
  }

  @Override
  public String extension() {
    return "keyarbor-bundle";
  }

  @Override
  public boolean isPlaintext() {
    return false;
  }

  @Override
  public Needs needs(Path file) {
    return Needs.PASSWORD;
  }

  /** Whether a file that starts so is a bundle. */
  public static boolean fits(byte[] start) {
    byte[] magic = BundleHeader.MAGIC;
    return start.length >= magic.length
        && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
  }

  @Override
  public List<Skipped> write(List<Draft> drafts, Optional<Secret> password, OutputStream out)
      throws IOException, TransferException {
    Secret sealing =
        password
            .filter(p -> p.length() > 0)
            .orElseThrow(() -> new TransferException("A bundle needs a password. Give one."));
    BundleHeader head = BundleHeader.create(cost.get());
    byte[] header = head.bytes();
    try (Secret key = Argon2.derive(sealing, head.saltBytes(), head.cost());
        WipedOutput text = new WipedOutput()) {
      new CredentialsWriter(Documents.JSON.writing()).write(drafts, "", text);
      out.write(header);
      out.write(new Envelope().sealFor(CHECK, key, header, CHECK));
      text.<Void, IOException>use(bytes -> {
        new SealedChunks(key, header).write(bytes, out);
        return null;
      });
      return List.of();
    }
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    String name = file.getFileName().toString();
    byte[] sealed = FileBytes.of(file);
    byte[] header = Arrays.copyOf(sealed, Math.min(sealed.length, BundleHeader.LENGTH));
    BundleHeader head = BundleHeader.read(name, header);
    Secret password =
        options
            .password()
            .orElseThrow(
                () -> TransferException.wrongPassword(name + " is encrypted. Give its password."));
    try (Secret key = Argon2.derive(password, head.saltBytes(), head.cost());
        WipedOutput text = new WipedOutput()) {
      checkPassword(name, key, header, sealed);
      int start = BundleHeader.LENGTH + SEALED_CHECK;
      new SealedChunks(key, header)
          .read(
              new DataInputStream(new ByteArrayInputStream(sealed, start, sealed.length - start)),
              text);
      return text.<Reading, TransferException>use(bytes -> {
        try (Node document = Documents.JSON.read(name, bytes)) {
          return new CredentialsReader(services, options.service()).read(name, document);
        }
      });
    } catch (AEADBadTagException | EOFException e) {
      throw BundleHeader.damaged(name);
    } catch (IOException e) {
      throw new TransferException(name + " cannot be read.");
    } catch (Argon2.NotEnoughMemory e) {
      throw new TransferException(name + ": " + e.getMessage() + ", more than there is here.");
    }
  }

  /**
   * A text that is always the same, sealed beside the others, tells a wrong password from damage.
   */
  private static void checkPassword(String name, Secret key, byte[] header, byte[] sealed)
      throws TransferException {
    int end = BundleHeader.LENGTH + SEALED_CHECK;
    if (sealed.length < end) {
      throw BundleHeader.damaged(name);
    }
    try {
      new Envelope()
          .openFor(CHECK, key, header, Arrays.copyOfRange(sealed, BundleHeader.LENGTH, end));
    } catch (AEADBadTagException e) {
      throw TransferException.wrongPassword(
          "The password of " + name + " is not right. Nothing was changed; try again.");
    }
  }
}
