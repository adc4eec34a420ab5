package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.kdbx.Limits.Budget;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Reads KeePass databases of KDBX 3.1, 4.0 and 4.1, with a password, a key file or both.
 *
 * <p>The file is read once, as a stream. Of version 4 every block is authenticated before a byte of
 * it is used. Protected values go from the cipher into {@link Secret}s; attached files and what a
 * file leaves unprotected pass through the buffers of the unpacker and the XML parser, which nobody
 * wipes. Version 3 proves its header only if its XML has the header's hash. The recycle bin, the
 * group of entry templates, histories, icons and passwords of groups are not taken.
 */
public final class KdbxImport implements ImportFormat {
  private final Limits limits;
  private final ZoneId zone;

  /** With the usual limits; a day of expiry is one of this machine's time zone. */
  public KdbxImport() {
    this(Limits.USUAL, ZoneId.systemDefault());
  }

  KdbxImport(Limits limits, ZoneId zone) {
    this.limits = limits;
    this.zone = zone;
  }

  @Override
  public String name() {
    return "kdbx";
  }

  @Override
  public String title() {
    return "KeePass database (KDBX 3 and 4)";
  }

  @Override
  public List<String> extensions() {
    return List.of("kdbx");
  }

  @Override
  public Needs needs(Path file) throws TransferException {
    try (InputStream in = open(file)) {
      Header.read(in);
      return Needs.PASSWORD_OR_KEY_FILE;
    } catch (IOException e) {
      throw told(file, e);
    }
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    Budget budget = new Budget(limits);
    try (InputStream in = open(file);
        Secret key = CompositeKey.of(options);
        Payload payload = Payload.open(in, key, budget);
        Database database = Database.read(payload, budget)) {
      return new DraftMaker(database, budget, options.service(), zone).make();
    } catch (IOException e) {
      throw told(file, e);
    } catch (XMLStreamException e) {
      throw told(file, e);
    }
  }

  private InputStream open(Path file) throws IOException {
    try {
      if (!Files.isRegularFile(file) && Files.exists(file)) {
        throw new KdbxException("it is no file");
      }
      if (Files.size(file) > limits.fileBytes()) {
        throw new KdbxException(
            "it is longer than " + limits.fileBytes() / 1024 / 1024 + " MiB; split it");
      }
      return new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
    } catch (NoSuchFileException e) {
      throw new KdbxException("there is no such file");
    } catch (KdbxException e) {
      throw e;
    } catch (IOException e) {
      throw new KdbxException("it cannot be read; check who may read it");
    }
  }

  /** Says what a reader of streams or XML ran into. Messages of libraries may quote the content. */
  private static TransferException told(Path file, Exception fault) {
    for (Throwable cause = fault; cause != null; cause = cause(cause)) {
      if (cause instanceof KdbxException known) {
        String message = file + ": " + known.getMessage() + ".";
        return known.isWrongKey()
            ? TransferException.wrongPassword(message)
            : new TransferException(message);
      }
    }
    String where =
        fault instanceof XMLStreamException xml && xml.getLocation() != null
            ? ", at line "
                + xml.getLocation().getLineNumber()
                + ", column "
                + xml.getLocation().getColumnNumber()
                + " of its XML"
            : "";
    return new TransferException(
        file + ": its content is damaged" + where + "; take an undamaged copy of it.");
  }

  private static Throwable cause(Throwable of) {
    return of instanceof XMLStreamException xml && xml.getNestedException() != null
        ? xml.getNestedException()
        : of.getCause();
  }
}
