package io.keyarbor.ui.main;

import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What keys and menus do with whatever is chosen in the list. */
final class ChosenDeeds {
  private final Supplier<CredentialTable> table;
  private final Deeds deeds;
  private final Testing testing;
  private final Consumer<CredentialId> edit;
  private final Runnable several;

  /**
   * Acts on what is chosen in {@code table}.
   *
   * @param edit opens the form of one
   * @param several leads to what can be changed of several at once
   */
  ChosenDeeds(
      Supplier<CredentialTable> table,
      Deeds deeds,
      Testing testing,
      Consumer<CredentialId> edit,
      Runnable several) {
    this.table = table;
    this.deeds = deeds;
    this.testing = testing;
    this.edit = edit;
    this.several = several;
  }

  List<Credential> credentials() {
    return table.get().chosen().stream().map(Entry::credential).toList();
  }

  void test() {
    List<CredentialId> ids =
        table.get().chosen().stream().filter(Entry::isTestable).map(Entry::id).toList();
    if (ids.size() == 1) {
      testing.test(ids.getFirst());
    } else {
      testing.testAll(ids);
    }
  }

  void edit() {
    List<Credential> all = credentials();
    if (all.size() == 1) {
      edit.accept(all.getFirst().id());
    } else if (all.size() > 1) {
      several.run();
    }
  }

  void moveToTrash() {
    deeds.moveToTrash(credentials());
  }

  void copySecret() {
    table.get().lead().map(Entry::credential).ifPresent(deeds::copyMainSecret);
  }
}
