package io.keyarbor.transfer.plain;

import io.keyarbor.crypto.Secret;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.Documents;
import io.keyarbor.transfer.read.FileBytes;
import io.keyarbor.transfer.read.Node;
import io.keyarbor.transfer.read.Services;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keyarbor's own shape as JSON or YAML: readable and complete, so nothing for a shared place. */
public final class PlainFormat implements ImportFormat, ExportFormat {
  /** What such a file says of itself. */
  public static final String NOTICE =
      "This file holds secrets in plain text: whoever can read it has them. Delete it when it has"
          + " served.";

  private final Services services;
  private final Documents kind;

  private PlainFormat(Services services, Documents kind) {
    this.services = services;
    this.kind = kind;
  }

  /** As JSON. */
  public static PlainFormat json(Services services) {
    return new PlainFormat(services, Documents.JSON);
  }

  /** As YAML. */
  public static PlainFormat yaml(Services services) {
    return new PlainFormat(services, Documents.YAML);
  }

  @Override
  public String name() {
    return kind == Documents.JSON ? "json" : "yaml";
  }

  @Override
  public String title() {
    return kind == Documents.JSON ? "JSON" : "YAML";
  }

  @Override
  public List<String> extensions() {
    return kind == Documents.JSON ? List.of("json") : List.of("yaml", "yml");
  }

  @Override
  public String extension() {
    return extensions().getFirst();
  }

  @Override
  public boolean isPlaintext() {
    return true;
  }

  @Override
  public Needs needs(Path file) {
    return Needs.NOTHING;
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    byte[] bytes = FileBytes.of(file);
    String name = file.getFileName().toString();
    try (Node document = kind.read(name, bytes)) {
      return new CredentialsReader(services, options.service()).read(name, document);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public List<Skipped> write(List<Draft> drafts, Optional<Secret> password, OutputStream out)
      throws IOException {
    boolean isYaml = kind == Documents.YAML;
    if (isYaml) {
      out.write(("# " + NOTICE + "\n").getBytes(StandardCharsets.UTF_8));
    }
    new CredentialsWriter(kind.writing()).write(drafts, isYaml ? "" : NOTICE, out);
    return List.of();
  }
}
