package io.keyarbor.ui.news;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * Tells what scheduled tests found: a banner for the newest, a bell that counts what was not looked
 * at, and a list of all that was found lately, which comes from the vault and so survives a lock.
 * For the JavaFX thread.
 */
public final class News {
  private final Workspace work;
  private final Testing testing;
  private final Consumer<CredentialId> show;
  private final NewsBanner banner;
  private final NewsBell bell;
  private int unseen;

  /**
   * Nothing is told at first.
   *
   * @param show selects a credential in the window
   */
  public News(Workspace work, Testing testing, Consumer<CredentialId> show) {
    this.work = work;
    this.testing = testing;
    this.show = show;
    this.banner = new NewsBanner(this::open);
    this.bell = new NewsBell(this::open);
  }

  /** Starts the scheduled tests and listens to them. */
  public void begin() {
    testing.begin(this::tell);
  }

  /** What is told now; takes no room while there is nothing. */
  public Node banner() {
    return banner;
  }

  /** The way to the list. */
  public Node bell() {
    return bell;
  }

  private void tell(Change change) {
    unseen++;
    bell.show(unseen);
    banner.show(
        change,
        unseen - 1,
        work.clock().getZone(),
        () -> {
          seen();
          show.accept(change.credential());
        });
  }

  private void seen() {
    unseen = 0;
    bell.show(0);
    banner.hide();
  }

  private void open() {
    seen();
    testing.recent(this::open);
  }

  private void open(List<Change> recent) {
    Handle[] handle = new Handle[1];
    NewsList list =
        new NewsList(
            recent,
            work.clock(),
            chosen -> {
              handle[0].close();
              chosen.ifPresent(show);
            });
    handle[0] = work.dialogs().show(list, tr("What changed"), () -> list.choose(Optional.empty()));
  }
}
