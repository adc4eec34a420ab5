package io.keyarbor.transfer.csv;

import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.ImportFormat;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.FileBytes;
import io.keyarbor.transfer.read.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What KeePassXC writes as CSV: a table whose groups all lie in one root. */
public final class KeePassXcCsv implements ImportFormat {
  private static final List<String> HEADING =
      List.of("group", "title", "username", "password", "url");

  private final CsvImport csv;

  /** Reads rows for the templates of {@code services}. */
  public KeePassXcCsv(Services services) {
    csv = new CsvImport(services);
  }

  @Override
  public String name() {
    return "keepassxc-csv";
  }

  @Override
  public String title() {
    return "KeePassXC table (CSV)";
  }

  @Override
  public List<String> extensions() {
    return List.of("csv");
  }

  @Override
  public Needs needs(Path file) {
    return Needs.NOTHING;
  }

  @Override
  public Reading read(Path file, Options options) throws TransferException {
    if (!fits(FileBytes.start(file, 256))) {
      throw new TransferException(
          file.getFileName()
              + " does not start as KeePassXC writes tables: “Group”,“Title”,“Username” and so on."
              + " Try the format csv.");
    }
    return csv.read(
        file, new Options(Optional.empty(), Optional.empty(), Map.of(), options.service()));
  }

  /** Whether a file that starts so was written by KeePassXC. */
  public static boolean fits(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "");
    String line = text.lines().findFirst().orElse("");
    return isHeading(List.of(line.replace("\"", "").split(",")));
  }

  static boolean isHeading(List<String> headings) {
    return headings.size() >= HEADING.size()
        && headings.subList(0, HEADING.size()).stream()
            .map(h -> h.toLowerCase(Locale.ROOT))
            .toList()
            .equals(HEADING);
  }

  /** Without the first group, if it is the same everywhere: the file's root says nothing. */
  static List<Draft> withoutRoot(List<Draft> drafts) {
    long roots = drafts.stream().map(d -> d.groups().stream().findFirst()).distinct().count();
    return roots != 1 || drafts.getFirst().groups().isEmpty()
        ? drafts
        : drafts.stream()
            .map(d ->
                new Draft(
                    d.origin(), d.groups().subList(1, d.groups().size()), d.details(), d.secrets()))
            .toList();
  }
}
