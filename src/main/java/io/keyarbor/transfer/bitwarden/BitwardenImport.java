package io.keyarbor.transfer.bitwarden;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.Documents;
import io.keyarbor.transfer.read.FileBytes;
import io.keyarbor.transfer.read.Node;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Bitwarden's JSON export of a person or an organization, plain or sealed with a password. */
public final class BitwardenImport implements ImportFormat {
  private static final int START = 4096;

  @Override
  public String name() {
    return "bitwarden";
  }

  @Override
  public String title() {
    return "Bitwarden (JSON)";
  }

  @Override
  public List<String> extensions() {
    return List.of("json");
  }

  @Override
  public Needs needs(Path file) throws TransferException {
    String start = new String(FileBytes.start(file, START), StandardCharsets.UTF_8);
    return start.matches("(?s).*\"passwordProtected\"\\s*:\\s*true.*")
        ? Needs.PASSWORD
        : Needs.NOTHING;
  }

  /** Whether a JSON file that starts so was written by Bitwarden. */
  public static boolean fits(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return text.replace("\uFEFF", "").stripLeading().startsWith("{")
        && (text.contains("\"encrypted\"") || text.contains("\"encKeyValidation_DO_NOT_EDIT\""));
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    String name = file.getFileName().toString();
    byte[] bytes = FileBytes.of(file);
    try (Node root = Documents.JSON.read(name, bytes)) {
      if (!root.at("encrypted").is("true")) {
        return new Items(root).read(name);
      }
      if (!root.at("passwordProtected").is("true")) {
        throw new TransferException(
            name
                + " can be opened by the Bitwarden account that wrote it only. Export it again as"
                + " “.json (Encrypted)” with “Password protected”, or as “.json”.");
      }
      Secret password =
          options
              .password()
              .orElseThrow(() ->
                  TransferException.wrongPassword(name + " is encrypted. Give its password."));
      return opened(name, new SealedExport(name, root).open(password));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Reading opened(String name, byte[] text) throws TransferException {
    try (Node root = Documents.JSON.read(name, text)) {
      return new Items(root).read(name);
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }
}
