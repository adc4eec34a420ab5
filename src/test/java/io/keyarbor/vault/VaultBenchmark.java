package io.keyarbor.vault;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.vault.Credentials.NewCredential;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.local.LocalVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a vault costs as it grows: run {@code main}, with {@code -Xmx4g}. Prints values and their
 * ratios to 100 credentials. The key derivation is left out by making it cheap.
 */
public final class VaultBenchmark {
  private static final int ROUNDS = 5;

  private VaultBenchmark() {}

  private record Row(
      int size, double cold, double unlock, double filter, double save, double heap, double file) {}

  /** Entry point; sizes may be given. */
  public static void main(String[] args) throws Exception {
    int[] sizes =
        args.length == 0
            ? new int[] {100, 1_000, 10_000, 100_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    List<Row> rows = new ArrayList<>();
    for (int size : sizes) {
      rows.add(measure(size));
    }
    Row base = rows.getFirst();
    System.out.printf(
        Locale.ROOT,
        "%8s | %12s | %12s | %12s | %12s | %12s | %12s%n",
        "size",
        "1st unlock ms",
        "unlock ms",
        "filter ms",
        "save ms",
        "heap MB",
        "file MB");
    for (Row r : rows) {
      System.out.printf(
          Locale.ROOT,
          "%8d | %s | %s | %s | %s | %s | %s%n",
          r.size,
          cell(r.cold, base.cold),
          cell(r.unlock, base.unlock),
          cell(r.filter, base.filter),
          cell(r.save, base.save),
          cell(r.heap, base.heap),
          cell(r.file, base.file));
    }
  }

  private static String cell(double value, double base) {
    return String.format(Locale.ROOT, "%8.2f x%-6.1f", value, value / base);
  }

  private static Row measure(int size) throws Exception {
    Path folder = Files.createTempDirectory("vault-benchmark");
    try (UnlockKey key = TestVaults.key("benchmark")) {
      Path file = folder.resolve("vault");
      LocalVault vault = TestVaults.vault(folder.resolve("state"));
      List<NewCredential> all = new ArrayList<>();
      Session session = vault.create(file, "Benchmark", key);
      for (int i = 0; i < size; i++) {
        all.add(new NewCredential(details(i), TestVaults.secrets("token", "secret-number-" + i)));
        if (all.size() == 10_000) {
          add(session, all);
        }
      }
      add(session, all);
      vault.lock();
      long bytes = Files.size(file);

      List<Double> unlocks = new ArrayList<>();
      List<Double> filters = new ArrayList<>();
      List<Double> saves = new ArrayList<>();
      double heap = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        session = vault.unlock(file, key, false);
        unlocks.add(since(start));
        heap = heap();
        filters.add(filter(session));
        for (int i = 0; i < 20; i++) {
          Credential c = session.credentials().all().get(i);
          start = System.nanoTime();
          session.credentials().edit(c, details(c.details(), round), Map.of(), Set.of());
          saves.add(since(start));
        }
        vault.lock();
      }
      return new Row(
          size,
          unlocks.getFirst(),
          median(unlocks.subList(1, ROUNDS)),
          median(filters),
          median(saves),
          heap,
          bytes / 1e6);
    } finally {
      delete(folder);
    }
  }

  private static void add(Session session, List<NewCredential> all) {
    session.credentials().addAll(all);
    all.forEach(each -> each.secrets().values().forEach(Secret::close));
    all.clear();
  }

  private static double filter(Session session) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String typed = "host-" + i;
      long start = System.nanoTime();
      long found = session.credentials().all().stream().filter(c -> matches(c, typed)).count();
      times.add(since(start));
      if (found == 0) {
        throw new IllegalStateException("nothing found");
      }
    }
    return median(times);
  }

  private static boolean matches(Credential credential, String text) {
    Details details = credential.details();
    return details.name().toLowerCase(Locale.ROOT).contains(text)
        || details.tags().stream().anyMatch(tag -> tag.contains(text))
        || details.fields().values().stream().anyMatch(v -> v.contains(text));
  }

  private static Details details(int i) {
    return new Details(
        "Credential number " + i,
        "generic",
        Optional.empty(),
        Map.of("host", "host-" + i + ".example", "user", "user-" + i, "region", "eu-west-1"),
        Set.of("tag-" + i % 10, "all"),
        i % 50 == 0,
        "Some words about number " + i + " that a person wrote down.",
        Optional.empty(),
        new TlsTrust.SystemTrust());
  }

  private static Details details(Details d, int round) {
    return new Details(
        d.name(),
        d.serviceType(),
        d.group(),
        d.fields(),
        d.tags(),
        d.favourite(),
        "changed in round " + round,
        d.expires(),
        d.trust());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  private static void delete(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
