package io.keyarbor.ui.notify;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.TimeText;
import io.keyarbor.ui.news.ChangeText;
import io.keyarbor.ui.notify.Reminders.Due;
import io.keyarbor.vault.testing.Change;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A notification in words. It may name credentials, for the vault is open; never a host, an account
 * or what a service said.
 */
record Notice(String title, String text) {
  private static final int MOST_NAMES = 3;

  /** Of credentials that end soon, one at least. */
  static Notice of(List<Due> due) {
    Due first = due.getFirst();
    if (due.size() == 1) {
      return new Notice(
          tr("“{0}” ends soon: {1}", first.name(), TimeText.full(first.last())),
          tr("Make a new secret before this one stops working."));
    }
    return new Notice(
        count(due.size(), "{0} credential ends soon", "{0} credentials end soon"),
        names(due.stream().map(Due::name).toList()));
  }

  /** Of what tests found, something at least. */
  static Notice of(List<Change> changes, ZoneId zone) {
    Change first = changes.getFirst();
    return changes.size() == 1
        ? new Notice(ChangeText.title(first, zone), ChangeText.advice(first))
        : new Notice(
            count(changes.size(), "{0} thing changed", "{0} things changed"),
            names(changes.stream().map(Change::name).distinct().toList()));
  }

  private static String names(List<String> all) {
    String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = all.size() - MOST_NAMES;
    return more > 0 ? tr("{0} and {1} more", first, more) : first;
  }
}
