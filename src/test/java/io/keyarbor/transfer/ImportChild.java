package io.keyarbor.transfer;

import io.keyarbor.vault.Session;
import io.keyarbor.vault.TestVaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Another process that imports, which a test kills. */
final class ImportChild {
  /** How many credentials it imports at once. */
  static final int COUNT = 1_500;

  private ImportChild() {}

  /** Entry point: the folder of the vault. Says when it begins to save, and when it has saved. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    Session session =
        TestVaults.vault(folder.resolve("state"))
            .unlock(folder.resolve("vault"), TestVaults.key("pw"), false);
    List<Draft> drafts =
        IntStream.range(0, COUNT)
            .mapToObj(i -> TransferKit.draft("k" + i, Map.of(), "password", "fake-" + i))
            .toList();
    ImportPlan plan =
        ImportPlan.of(session, new Reading(drafts, List.of()), List.of("Imported", "Today"));
    System.out.println("saving");
    plan.apply(session);
    System.out.println("saved");
  }
}
