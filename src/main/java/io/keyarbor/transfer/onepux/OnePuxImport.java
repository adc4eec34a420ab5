package io.keyarbor.transfer.onepux;

import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.Documents;
import io.keyarbor.transfer.read.Node;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** 1Password's export (1PUX): a ZIP file with one JSON document and the attached files. */
public final class OnePuxImport implements ImportFormat {
  @Override
  public String name() {
    return "1pux";
  }

  @Override
  public String title() {
    return "1Password (1PUX)";
  }

  @Override
  public List<String> extensions() {
    return List.of("1pux");
  }

  @Override
  public Needs needs(Path file) {
    return Needs.NOTHING;
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    try (Archive archive = new Archive(file)) {
      byte[] document = archive.bytes("export.data");
      try (Node root = Documents.JSON.read("export.data", document)) {
        return new Items(archive).read(file.getFileName().toString(), root);
      } finally {
        Arrays.fill(document, (byte) 0);
      }
    }
  }
}
