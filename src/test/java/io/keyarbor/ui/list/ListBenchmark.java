package io.keyarbor.ui.list;

import io.keyarbor.probe.TlsTrust;
import io.keyarbor.settings.Grouping;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Details;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Measures what the list works out for each key typed into the search; run it by hand. */
final class ListBenchmark {
  private static final String TYPED = "proxmox prod";
  private static final int WARM_UP = 40;
  private static final int ROUNDS = 60;
  private static final List<String> PLACES = List.of("Production", "Staging", "Lab", "Berlin");

  private ListBenchmark() {}

  /** Prints a line for each size and grouping; milliseconds and the ratio to the smallest. */
  public static void main(String[] args) {
    System.out.printf(
        "%-9s %8s %11s %11s %8s%n", "grouping", "entries", "median ms", "worst ms", "ratio");
    for (Grouping grouping : List.of(Grouping.NONE, Grouping.CATEGORY, Grouping.TAG)) {
      double smallest = 0;
      for (int size : new int[] {100, 1_000, 10_000, 100_000}) {
        double[] sorted = measure(size, grouping);
        double median = sorted[sorted.length / 2];
        smallest = smallest == 0 ? median : smallest;
        System.out.printf(
            "%-9s %8d %11.4f %11.4f %8.1f%n",
            grouping, size, median, sorted[sorted.length - 1], median / smallest);
      }
    }
  }

  /** The milliseconds of each key, from the shortest to the longest. */
  private static double[] measure(int size, Grouping grouping) {
    CredentialListModel model = new CredentialListModel(JsonCatalogue.bundled(), Clock.systemUTC());
    model.load(credentials(size), List.of(), List.of(), 0);
    model.group(grouping);
    for (int i = 0; i < WARM_UP; i++) {
      type(model);
    }
    double[] all = new double[ROUNDS * TYPED.length()];
    for (int i = 0; i < ROUNDS; i++) {
      System.arraycopy(type(model), 0, all, i * TYPED.length(), TYPED.length());
    }
    Arrays.sort(all);
    return all;
  }

  private static double[] type(CredentialListModel model) {
    double[] took = new double[TYPED.length()];
    model.search("");
    for (int i = 0; i < took.length; i++) {
      long start = System.nanoTime();
      model.search(TYPED.substring(0, i + 1));
      int seen = model.tree().size() + model.counts().size();
      took[i] = (System.nanoTime() - start) / 1e6;
      if (seen == 0) {
        throw new AssertionError("nothing is listed");
      }
    }
    return took;
  }

  private static List<Credential> credentials(int size) {
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
              Set.of(place, "team-" + i % 20),
              i % 10 == 0,
              "Rotated each quarter; ask the team on call before you change it.",
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
    return all;
  }
}
