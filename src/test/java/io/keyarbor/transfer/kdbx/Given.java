package io.keyarbor.transfer.kdbx;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.vault.Details;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drafts to write, and what was read, in a shape that tests compare. */
final class Given {
  static final String PASSWORD = "visibly-fake";
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** The least Argon2 can do, for tests that are about something else. */
  static final KdfCost CHEAP = new KdfCost(64, 1, 1);

  private Given() {}

  static Secret secret(String text) {
    return secret(text.getBytes(StandardCharsets.UTF_8));
  }

  static Secret secret(byte[] bytes) {
    return Secret.copyOf(bytes);
  }

  static String text(Secret secret) {
    return secret.useChars(String::new);
  }

  /** All that a draft holds; the bytes of secrets as ISO 8859-1. */
  record Seen(
      List<String> groups,
      String name,
      String service,
      Map<String, String> fields,
      Set<String> tags,
      boolean favourite,
      String notes,
      Optional<LocalDate> expires,
      Map<String, String> bytes) {
    static Seen of(Draft draft) {
      Details d = draft.details();
      Map<String, String> bytes = new HashMap<>();
      draft
          .secrets()
          .forEach((name, secret) ->
              bytes.put(name, secret.use(b -> new String(b, StandardCharsets.ISO_8859_1))));
      return new Seen(
          draft.groups(),
          d.name(),
          d.serviceType(),
          d.fields(),
          d.tags(),
          d.favourite(),
          d.notes(),
          d.expires(),
          bytes);
    }

    /** A secret's text. */
    String secret(String field) {
      return new String(
          bytes.get(field).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }

  /** What a file held: drafts by name, and what was skipped. */
  record Content(List<Seen> drafts, List<Skipped> skipped) {
    Seen of(String name) {
      return drafts.stream().filter(d -> d.name().equals(name)).findAny().orElseThrow();
    }
  }

  static Content read(Path file) throws TransferException {
    return read(file, PASSWORD, Optional.empty());
  }

  static Content read(Path file, String password, Optional<Path> keyFile) throws TransferException {
    return read(file, password, keyFile, Limits.USUAL);
  }

  static Content read(Path file, String password, Optional<Path> keyFile, Limits limits)
      throws TransferException {
    try (Secret given = secret(password);
        Reading reading =
            new KdbxImport(limits, ZONE)
                .read(file, new Options(Optional.of(given), keyFile, Map.of(), Optional.empty()))) {
      return new Content(reading.drafts().stream().map(Seen::of).toList(), reading.skipped());
    }
  }

  /** Writes {@code drafts} with {@link #PASSWORD}; returns what could not be written as it is. */
  static List<Skipped> write(Path file, Draft... drafts) throws IOException, TransferException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Secret password = secret(PASSWORD)) {
      List<Skipped> skipped =
          new KdbxExport(() -> CHEAP, ZONE).write(List.of(drafts), Optional.of(password), out);
      Files.write(file, out.toByteArray());
      return skipped;
    }
  }

  static Draft draft(
      String name, List<String> groups, Map<String, String> fields, Map<String, Secret> secrets) {
    return new Draft(name, groups, details(name, fields), secrets);
  }

  static Details details(String name, Map<String, String> fields) {
    return new Details(
        name,
        "generic-login",
        Optional.empty(),
        fields,
        Set.of(),
        false,
        "",
        Optional.empty(),
        new TlsTrust.SystemTrust());
  }
}
