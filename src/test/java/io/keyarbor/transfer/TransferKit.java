package io.keyarbor.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.formats.Formats;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.TestVaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Short ways for tests of imports and exports. All values in them are made up. */
public final class TransferKit {
  /** The bundled templates. */
  public static final Catalogue CATALOGUE = JsonCatalogue.bundled();

  /** What they say of fields. */
  public static final Services SERVICES = new Services(() -> CATALOGUE);

  /** All formats, with a cheap key derivation. */
  public static final Formats FORMATS = new Formats(() -> CATALOGUE, () -> TestVaults.CHEAP);

  /** Where the fixtures lie. */
  public static final Path FIXTURES = Path.of("src/test/resources/transfer");

  private TransferKit() {}

  /** A draft of a login; its secrets are name, value, name, value. */
  public static Draft draft(String name, Map<String, String> fields, String... secrets) {
    return new Draft("row 1", List.of(), details(name, fields), TestVaults.secrets(secrets));
  }

  /** Details of a login. */
  public static Details details(String name, Map<String, String> fields) {
    return new Details(
        name,
        Services.LOGIN,
        Optional.empty(),
        fields,
        Set.of(),
        false,
        "",
        Optional.empty(),
        new TlsTrust.SystemTrust());
  }

  /** The secrets' texts by name. */
  public static Map<String, String> texts(Draft draft) {
    Map<String, String> texts = new TreeMap<>();
    draft.secrets().forEach((name, secret) -> texts.put(name, TestVaults.text(secret)));
    return texts;
  }

  /** Options with a password. */
  public static Options password(String password) {
    return new Options(
        Optional.of(TestVaults.secret(password)), Optional.empty(), Map.of(), Optional.empty());
  }

  /** Reads {@code text} as a file of that name. */
  public static Reading read(Path folder, String format, String name, String text)
      throws IOException, TransferException {
    Path file = Files.writeString(folder.resolve(name), text, UTF_8);
    return FORMATS.toRead(format).orElseThrow().read(file, Options.none());
  }

  /** What a format writes. */
  public static byte[] written(String format, List<Draft> drafts, Optional<Secret> password)
      throws IOException, TransferException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FORMATS.toWrite(format).orElseThrow().write(drafts, password, out);
    return out.toByteArray();
  }

  /** The one draft of that name. */
  public static Draft named(Reading reading, String name) {
    return reading.drafts().stream()
        .filter(draft -> draft.details().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no draft " + name + " in " + reading.drafts()));
  }
}
