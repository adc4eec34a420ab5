package io.keyarbor.ui.palette;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures what the palette works out for each key; run it by hand. The baseline is the plainest
 * way to look for the same: whether each name contains the text, small letters apart.
 */
final class PaletteBenchmark {
  private static final List<String> TYPED =
      List.of("proxmox prod", "pp9", "e", "on call 99", "zzzz", "robot example", "aaaaaaaa");
  private static final int WARM_UP = 30;
  private static final int ROUNDS = 40;
  private static final List<String> PLACES = List.of("Production", "Staging", "Lab", "Berlin");

  private PaletteBenchmark() {}

  /** Prints a line for each size; milliseconds for one key, and the ratio to the baseline. */
  public static void main(String[] args) {
    System.out.printf(
        "%8s %11s %11s %11s %11s %9s %11s%n",
        "entries", "index ms", "median ms", "99 of 100", "worst ms", "ratio", "plain ms");
    for (int size : new int[] {100, 1_000, 10_000, 100_000}) {
      List<Entry> entries = entries(size);
      double[] plain = sorted(() -> plain(entries));
      double start = worked();
      PaletteIndex index = PaletteIndex.EMPTY.with(entries);
      double indexed = worked() - start;
      PaletteModel model = new PaletteModel(Clock.systemUTC());
      model.load(index);
      double[] keys = sorted(() -> type(model));
      System.out.printf(
          Locale.ROOT,
          "%8d %11.1f %11.4f %11.4f %11.4f %9.1f %11.4f%n",
          size,
          indexed,
          keys[keys.length / 2],
          keys[keys.length * 99 / 100],
          keys[keys.length - 1],
          keys[keys.length / 2] / plain[plain.length / 2],
          plain[plain.length / 2]);
    }
  }

  /** Milliseconds that this thread worked, which a busy machine changes less than the time. */
  private static double worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  private interface Round {
    List<Double> run();
  }

  private static double[] sorted(Round round) {
    for (int i = 0; i < WARM_UP; i++) {
      round.run();
    }
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      all.addAll(round.run());
    }
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** Types and deletes each text, with the marks of the rows that can be seen. */
  private static List<Double> type(PaletteModel model) {
    List<Double> took = new ArrayList<>();
    for (String text : TYPED) {
      for (int i = 0; i <= text.length(); i++) {
        double start = worked();
        model.search(text.substring(0, i));
        model.hits().stream().limit(9).forEach(model::marks);
        took.add(worked() - start);
      }
    }
    return took;
  }

  private static List<Double> plain(List<Entry> entries) {
    List<Double> took = new ArrayList<>();
    for (String text : TYPED) {
      for (int i = 0; i <= text.length(); i++) {
        String typed = text.substring(0, i);
        double start = worked();
        long found =
            entries.stream()
                .filter(
                    e -> e.credential().details().name().toLowerCase(Locale.ROOT).contains(typed))
                .count();
        took.add(worked() - start);
        if (found > entries.size()) {
          throw new AssertionError("more than there are");
        }
      }
    }
    return took;
  }

  private static List<Entry> entries(int size) {
    List<ServiceTemplate> services = List.copyOf(JsonCatalogue.bundled().all());
    List<Credential> all = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      ServiceTemplate service = services.get(i % services.size());
      String place = PLACES.get(i / services.size() % PLACES.size());
      Details details =
          new Details(
              service.displayName() + " " + place + " " + i,
              service.serviceType(),
              Optional.empty(),
              Map.of("host", "node" + i + ".example.com", "username", "robot-" + i),
              Set.of("on call", "team-" + i % 20),
              i % 10 == 0,
              "",
              Optional.empty(),
              new TlsTrust.SystemTrust());
      all.add(
          new Credential(
              CredentialId.random(),
              details,
              1,
              1,
              Set.of("password"),
              Optional.empty(),
              Instant.EPOCH,
              Instant.EPOCH,
              Optional.empty()));
    }
    CredentialListModel model = new CredentialListModel(JsonCatalogue.bundled(), Clock.systemUTC());
    model.load(all, List.of(), List.of(), 0);
    return model.all();
  }
}
