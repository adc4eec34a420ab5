package io.keyarbor.ui.searches;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.work.NamePrompt;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.SearchId;
import io.keyarbor.vault.VaultException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * What a person does with saved searches, each with its way back. For the JavaFX thread; the work
 * itself is done off it.
 */
public final class SearchDeeds {
  private final Workspace work;

  /** Acts on the vault of {@code work}. */
  public SearchDeeds(Workspace work) {
    this.work = work;
  }

  /** Asks for a name and keeps what is looked for. */
  public void save(String query) {
    new NamePrompt(work, "search")
        .ask(
            tr("Save this search"),
            query.strip(),
            tr("Save"),
            name ->
                work.session()
                    .searches()
                    .put(new SavedSearch(SearchId.random(), name, query.strip())),
            saved -> say(tr("Search “{0}” saved", saved.name())));
  }

  /** Asks for another name. */
  void rename(SavedSearch search) {
    new NamePrompt(work, "search")
        .ask(
            tr("Rename the saved search"),
            search.name(),
            tr("Rename"),
            name -> work.session().searches().put(search.withName(name)),
            after ->
                work.dialogs()
                    .undoable(
                        tr("“{0}” is now called “{1}”", search.name(), after.name()),
                        failed -> putBack(() -> inPlaceOf(after, search), failed)));
  }

  /** Deletes it. */
  void delete(SavedSearch search) {
    run(
        () -> {
          work.session().searches().delete(search.id());
          return search;
        },
        gone ->
            work.dialogs()
                .undoable(
                    tr("Search “{0}” deleted", gone.name()),
                    failed -> putBack(() -> work.session().searches().put(search), failed)));
  }

  /** Puts {@code before} in the place of {@code after}, unless that was changed since. */
  private SavedSearch inPlaceOf(SavedSearch after, SavedSearch before) {
    if (!work.session().searches().all().contains(after)) {
      throw new VaultException.ChangedElsewhere(after.name());
    }
    return work.session().searches().put(before);
  }

  private void putBack(Callable<SavedSearch> task, Consumer<Throwable> failed) {
    work.background().run(task, back -> say(tr("Search “{0}” is back", back.name())), failed);
  }

  private void say(String words) {
    work.dialogs().toast(words, Optional.empty());
  }

  private <T> void run(Callable<T> task, Consumer<T> done) {
    work.background().run(task, done, work.dialogs()::error);
  }
}
