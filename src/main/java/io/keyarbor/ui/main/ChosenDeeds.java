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
  private final Supplier<List<Entry>> chosen;
  private final Deeds deeds;
  private final Testing testing;
  private final Consumer<CredentialId> edit;

  ChosenDeeds(
      Supplier<List<Entry>> chosen, Deeds deeds, Testing testing, Consumer<CredentialId> edit) {
    this.chosen = chosen;
    this.deeds = deeds;
    this.testing = testing;
    this.edit = edit;
  }

  List<Credential> credentials() {
    return chosen.get().stream().map(Entry::credential).toList();
  }

  void test() {
    List<CredentialId> ids =
        chosen.get().stream().filter(Entry::isTestable).map(Entry::id).toList();
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
    }
  }

  void moveToTrash() {
    deeds.moveToTrash(credentials());
  }

  void copySecret() {
    credentials().stream().findFirst().ifPresent(deeds::copyMainSecret);
  }
}
