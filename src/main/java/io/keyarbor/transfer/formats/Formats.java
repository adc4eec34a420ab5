package io.keyarbor.transfer.formats;

import io.keyarbor.crypto.KdfCost;
import io.keyarbor.template.Catalogue;
import io.keyarbor.transfer.ExportFormat;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.bitwarden.BitwardenImport;
import io.keyarbor.transfer.csv.CsvImport;
import io.keyarbor.transfer.csv.KeePassXcCsv;
import io.keyarbor.transfer.dotenv.DotenvExport;
import io.keyarbor.transfer.dotenv.DotenvImport;
import io.keyarbor.transfer.kdbx.KdbxExport;
import io.keyarbor.transfer.kdbx.KdbxImport;
import io.keyarbor.transfer.litellm.LiteLlmExport;
import io.keyarbor.transfer.onepux.OnePuxImport;
import io.keyarbor.transfer.plain.BundleFormat;
import io.keyarbor.transfer.plain.PlainFormat;
import io.keyarbor.transfer.read.FileBytes;
import io.keyarbor.transfer.read.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** All formats that credentials can be read from and written to: the one list to add one to. */
public final class Formats {
  private static final int START = 4096;

  private final List<Known> imports;
  private final List<ExportFormat> exports;

  /** A format, and how the start of its files looks. */
  private record Known(ImportFormat format, Predicate<byte[]> fits) {}

  /**
   * The formats.
   *
   * @param catalogue read when first asked for
   * @param cost of one guess of the password of what is written encrypted
   */
  public Formats(Supplier<Catalogue> catalogue, Supplier<KdfCost> cost) {
    Services services = new Services(catalogue);
    BundleFormat bundle = new BundleFormat(services, cost);
    PlainFormat json = PlainFormat.json(services);
    PlainFormat yaml = PlainFormat.yaml(services);
    // Those that are told by their start come first; the rest are told by their ending.
    imports =
        List.of(
            new Known(bundle, BundleFormat::fits),
            new Known(new KdbxImport(), start -> startsWith(start, 0x03, 0xd9, 0xa2, 0x9a)),
            new Known(new OnePuxImport(), start -> startsWith(start, 'P', 'K')),
            new Known(new BitwardenImport(), BitwardenImport::fits),
            new Known(new CsvImport(services), start -> false),
            new Known(new KeePassXcCsv(services), KeePassXcCsv::fits),
            new Known(json, start -> List.of("{", "[").contains(firstSign(start))),
            new Known(yaml, start -> false),
            new Known(new DotenvImport(services), start -> false));
    exports =
        List.of(
            bundle,
            new KdbxExport(cost),
            json,
            yaml,
            new DotenvExport(services),
            LiteLlmExport.references(services),
            LiteLlmExport.values(services));
  }

  private static boolean startsWith(byte[] start, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= start.length || start[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static String firstSign(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    return text.isEmpty() ? "" : text.substring(0, 1);
  }

  /** What can be read. */
  public List<ImportFormat> imports() {
    return imports.stream().map(Known::format).toList();
  }

  /** What can be written. */
  public List<ExportFormat> exports() {
    return exports;
  }

  /** The format of that name to read. */
  public Optional<ImportFormat> toRead(String name) {
    return imports().stream()
        .filter(f -> f.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** The format of that name to write. */
  public Optional<ExportFormat> toWrite(String name) {
    return exports.stream().filter(f -> f.name().equals(name.toLowerCase(Locale.ROOT))).findFirst();
  }

  /**
   * The format of {@code file}, by its start and else by its ending.
   *
   * @throws TransferException if it cannot be told, or the file cannot be read
   */
  public ImportFormat of(Path file) throws TransferException {
    byte[] start = FileBytes.start(file, START);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return imports.stream()
        .filter(known -> known.fits().test(start))
        .findFirst()
        .or(() -> imports.stream().filter(known -> isNamed(name, known.format())).findFirst())
        .map(Known::format)
        .orElseThrow(() ->
            new TransferException(
                "What kind of file "
                    + file.getFileName()
                    + " is cannot be told. Name its format: "
                    + String.join(", ", imports().stream().map(ImportFormat::name).toList())
                    + "."));
  }

  /** Files of variables are called {@code .env}, {@code .env.local} and so on. */
  private static boolean isNamed(String name, ImportFormat format) {
    boolean isDotenv = format.extensions().contains("env") && name.startsWith(".env");
    return isDotenv || format.extensions().stream().anyMatch(end -> name.endsWith("." + end));
  }
}
