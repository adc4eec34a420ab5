package io.keyarbor.ui.work;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs;
import io.keyarbor.ui.task.Background;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Credentials.Edit;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.VaultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Changes what a person says of credentials: one save, one word of it, one way back. A way back
 * puts nothing in the place of what was changed after it. For the JavaFX thread; the work itself is
 * done off it.
 */
public final class Edits {
  private final Session session;
  private final Background background;
  private final Dialogs dialogs;

  /** Of each version that a way back made, the version whose secrets it has. */
  private final Map<CredentialId, Map<Integer, Integer>> copies = new HashMap<>();

  /** Changes what {@code session} holds. */
  public Edits(Session session, Background background, Dialogs dialogs) {
    this.session = session;
    this.background = background;
    this.dialogs = dialogs;
  }

  /**
   * Changes all of {@code chosen}, or none if one was changed meanwhile.
   *
   * @param done what is said then, of {@link #name}
   * @param then run after it
   */
  public void change(
      Collection<Credential> chosen,
      UnaryOperator<Details> change,
      UnaryOperator<String> done,
      Runnable then) {
    List<Edit> edits =
        chosen.stream()
            .map(c -> new Edit(c, change.apply(c.details())))
            .filter(edit -> !edit.details().equals(edit.before().details()))
            .toList();
    if (edits.isEmpty()) {
      dialogs.toast(tr("Nothing to change: it is like that already."), Optional.empty());
      return;
    }
    List<Credential> before = edits.stream().map(Edit::before).toList();
    background.run(
        () -> session.credentials().editAll(edits),
        after -> {
          undoable(done.apply(name(before)), before, after);
          then.run();
        },
        dialogs::error);
  }

  /** Says that credentials were changed, and offers the way back. */
  public void undoable(String message, List<Credential> before, List<Credential> after) {
    dialogs.undoable(message, failed -> takeBack(before, after, failed));
  }

  /** One credential's name, or how many there are. */
  public static String name(Collection<Credential> chosen) {
    return chosen.size() == 1
        ? tr("“{0}”", chosen.iterator().next().details().name())
        : count(chosen.size(), "{0} credential", "{0} credentials");
  }

  private void takeBack(
      List<Credential> before, List<Credential> after, Consumer<Throwable> failed) {
    background.run(
        () -> {
          List<Edit> edits = new ArrayList<>();
          for (int i = 0; i < before.size(); i++) {
            edits.add(new Edit(unchanged(before.get(i), after.get(i)), before.get(i).details()));
          }
          return isRenewed(before.getFirst(), after.getFirst())
              ? List.of(rollback(edits.getFirst(), before.getFirst().version()))
              : session.credentials().editAll(edits);
        },
        done -> dialogs.toast(tr("{0} as before", name(before)), Optional.empty()),
        failed);
  }

  /** The credential as it is now, if nobody touched since what is to be taken back. */
  private Credential unchanged(Credential before, Credential after) {
    return session
        .credentials()
        .find(after.id())
        .filter(now -> now.trashed().isEmpty() && now.details().equals(after.details()))
        .filter(now -> !isRenewed(before, after) || origin(now) == origin(after))
        .orElseThrow(() -> new VaultException.ChangedElsewhere(after.details().name()));
  }

  private static boolean isRenewed(Credential before, Credential after) {
    return before.version() != after.version();
  }

  private Credential rollback(Edit edit, int version) {
    Credentials credentials = session.credentials();
    Credential back = credentials.rollback(edit.before(), edit.details(), version);
    synchronized (copies) {
      copies.computeIfAbsent(back.id(), id -> new HashMap<>()).put(back.version(), version);
    }
    return back;
  }

  private int origin(Credential credential) {
    synchronized (copies) {
      Map<Integer, Integer> known = copies.getOrDefault(credential.id(), Map.of());
      int version = credential.version();
      while (known.containsKey(version)) {
        version = known.get(version);
      }
      return version;
    }
  }
}
