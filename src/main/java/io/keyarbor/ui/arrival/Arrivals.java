package io.keyarbor.ui.arrival;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.platform.instance.Wish;
import io.keyarbor.ui.desktop.Companion;
import io.keyarbor.ui.desktop.DesktopControls;
import io.keyarbor.ui.desktop.Opened;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.environment.EnvironmentFault;
import io.keyarbor.vault.environment.Reference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Does what later starts of the app ask for. What needs an open vault waits until it is unlocked;
 * the last one asked for wins. For the JavaFX thread.
 */
public final class Arrivals implements Companion {
  private final DesktopControls controls;
  private final BiConsumer<Workspace, Path> importing;
  private Optional<Opened> open = Optional.empty();
  private Optional<Wish> waiting = Optional.empty();

  /**
   * For one window.
   *
   * @param importing offers to import a file
   */
  public Arrivals(DesktopControls controls, BiConsumer<Workspace, Path> importing) {
    this.controls = controls;
    this.importing = importing;
  }

  /** Does what is asked for, now or once the vault is unlocked. */
  public void take(Wish wish) {
    switch (wish.kind()) {
      case HIDDEN -> {
        // A start that wants no window finds the app running: nothing is left to do.
      }
      case RAISE -> controls.raise();
      case QUICK -> controls.quick();
      case SHOW, IMPORT -> {
        controls.raise();
        waiting = Optional.of(wish);
        open.ifPresent(this::grant);
      }
    }
  }

  @Override
  public void unlocked(Opened now) {
    open = Optional.of(now);
    grant(now);
  }

  @Override
  public void locked() {
    open = Optional.empty();
  }

  private void grant(Opened now) {
    Optional<Wish> wish = waiting;
    waiting = Optional.empty();
    wish.ifPresent(w -> {
      if (w.kind() == Wish.Kind.SHOW) {
        show(now, w.word());
      } else {
        importing.accept(now.work(), Path.of(w.word()));
      }
    });
  }

  private static void show(Opened now, String link) {
    Optional<Credential> found;
    try {
      String name = Reference.parse(link).credential();
      found =
          now.work().session().credentials().all().stream()
              .filter(c -> c.details().name().equals(name))
              .findFirst();
    } catch (EnvironmentFault e) {
      now.work().dialogs().toast(tr("That link names no credential."), Optional.empty());
      return;
    }
    found.ifPresentOrElse(
        credential -> now.main().select(credential.id()),
        () ->
            now.work()
                .dialogs()
                .toast(
                    tr("No credential in this vault has the name in the link."), Optional.empty()));
  }
}
