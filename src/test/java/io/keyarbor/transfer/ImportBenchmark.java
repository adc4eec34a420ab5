package io.keyarbor.transfer;

import io.keyarbor.transfer.ImportFormat.Options;
import io.keyarbor.transfer.ImportPlan.Report;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an import of many logins costs: run {@code main}, with a number or none for 10,000. Prints
 * milliseconds of the steps of a process's first import by table, of a second one that adds
 * nothing, and of exports. The key derivation is left out by making it cheap.
 */
public final class ImportBenchmark {
  private ImportBenchmark() {}

  /** Entry point. */
  public static void main(String[] args) throws Exception {
    int count = args.length == 0 ? 10_000 : Integer.parseInt(args[0]);
    Path folder = Files.createTempDirectory("keyarbor-import");
    Path table = Files.writeString(folder.resolve("keys.csv"), table(count));
    Vault vault = TestVaults.vault(folder.resolve("state"));
    Session session = vault.create(folder.resolve("vault"), "Mine", TestVaults.key("pw"));
    TransferKit.CATALOGUE.all();
    for (String round : List.of("first", "second")) {
      long start = System.nanoTime();
      try (Reading reading = TransferKit.FORMATS.of(table).read(table, Options.none())) {
        long read = System.nanoTime();
        ImportPlan plan = ImportPlan.of(session, reading);
        long planned = System.nanoTime();
        Report report = plan.apply(session);
        long saved = System.nanoTime();
        print(round + " read", start, read);
        print(round + " plan", read, planned);
        print(round + " save", planned, saved);
        System.out.println(round + " added " + report.count(ImportPlan.Action.ADD));
      }
      print(round + " all, secrets wiped", start, System.nanoTime());
    }
    for (String format : List.of("json", "yaml", "keyarbor", "dotenv")) {
      long start = System.nanoTime();
      try (Drafts drafts = Drafts.of(session, session.credentials().all())) {
        TransferKit.written(format, drafts.all(), Optional.of(TestVaults.secret("pw")));
      }
      print("export " + format, start, System.nanoTime());
    }
    vault.lock();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ImportBenchmark::delete);
    }
  }

  private static String table(int count) {
    StringBuilder text = new StringBuilder("Group,Title,Username,Password,URL,Notes,TOTP\n");
    for (int i = 0; i < count; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "Root/Group %d,Login %d,user%d,fake-password-%d,https://host%d.example/login,a note,%n",
              i % 50,
              i,
              i,
              i,
              i));
    }
    return text.toString();
  }

  private static void print(String what, long from, long to) {
    System.out.printf(Locale.ROOT, "%-28s %8.0f ms%n", what, (to - from) / 1e6);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
