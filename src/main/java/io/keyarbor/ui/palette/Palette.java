package io.keyarbor.ui.palette;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.CredentialListModel;
import io.keyarbor.ui.task.Background.Running;
import io.keyarbor.ui.work.GroupChoice;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.Subscription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.layout.Region;

/**
 * The palette over one unlocked vault. It is shown in the window or on its own, at most once at a
 * time; what it learns from use is forgotten with {@link #forget}. For the JavaFX thread.
 */
final class Palette {
  private final Workspace work;
  private final Testing testing;
  private final Taking taking;
  private final PaletteModel model;
  private Map<GroupId, String> groups = Map.of();
  private Optional<Shown> shown = Optional.empty();
  private Optional<Running> loading = Optional.empty();
  private boolean again;

  /** The palette on the screen, and how it is taken away. */
  private record Shown(PaletteView view, Runnable close, Subscription changes) {}

  /** What the vault holds, prepared off the JavaFX thread. */
  private record Loaded(PaletteIndex index, Map<GroupId, String> groups) {}

  /** Where the palette is put: shows it, and gives back what takes it away again. */
  interface Place {
    /** Shows {@code view}; calls {@code closed} if the person closes it in the place's own way. */
    Runnable show(Region view, String title, Runnable closed);
  }

  /**
   * Nothing is shown at first.
   *
   * @param say tells the person something, wherever they look
   */
  Palette(Workspace work, Testing testing, Consumer<String> say) {
    this.work = work;
    this.testing = testing;
    taking = new Taking(work, say);
    model = new PaletteModel(work.clock());
    testing.onChange(() -> shown.ifPresent(s -> s.view().refresh()));
  }

  /** Shows it in {@code place}; if it is open it stays where it is. */
  void open(Place place) {
    if (shown.isPresent() || work.session().isLocked()) {
      return;
    }
    PaletteView view = new PaletteView(model, cells(), deeds());
    model.search("");
    Subscription changes = work.session().onChange(() -> Platform.runLater(this::reload));
    Runnable close = place.show(view, tr("Quick search"), this::close);
    shown = Optional.of(new Shown(view, close, changes));
    view.begin();
    reload();
  }

  private PaletteCell.Needs cells() {
    return new PaletteCell.Needs(
        model::marks,
        entry -> entry.credential().details().group().map(groups::get).orElse(""),
        entry -> testing.isTesting(entry.id()));
  }

  private PaletteView.Deeds deeds() {
    return new PaletteView.Deeds(
        hit -> Take.of(hit.entry().credential(), hit.entry().template()),
        (hit, take) -> taking.copy(hit, take, () -> copied(hit)),
        hit -> {
          leave(hit);
          taking.open(hit);
        },
        hit -> {
          if (hit.entry().isTestable()) {
            testing.test(hit.id());
          }
        },
        hit -> taking.run(hit, () -> copied(hit)),
        this::close);
  }

  private void copied(Candidate hit) {
    work.copying().recent().used(hit.id());
    leave(hit);
  }

  /** Some systems let only the window in front fill the clipboard: it goes after that. */
  private void leave(Candidate hit) {
    model.used(hit.id());
    close();
  }

  /** Looks at the vault anew; one time after the other, however often it changes meanwhile. */
  private void reload() {
    again = loading.isPresent();
    if (again || shown.isEmpty()) {
      return;
    }
    PaletteIndex known = model.index();
    loading =
        Optional.of(
            work.background()
                .run(
                    () -> load(known),
                    this::loaded,
                    failure -> {
                      loading = Optional.empty();
                      if (!work.session().isLocked()) {
                        work.dialogs().error(failure);
                      }
                    }));
  }

  private Loaded load(PaletteIndex known) {
    Session session = work.session();
    CredentialListModel list = new CredentialListModel(work.catalogue(), work.clock());
    list.load(session.credentials().all(), List.of(), List.of(), 0);
    Map<GroupId, String> paths = new HashMap<>();
    GroupChoice.of(session.groups().all())
        .forEach(choice -> choice.id().ifPresent(id -> paths.put(id, choice.label())));
    return new Loaded(known.with(list.all()), paths);
  }

  private void loaded(Loaded now) {
    loading = Optional.empty();
    groups = now.groups();
    model.load(now.index());
    shown.ifPresent(s -> s.view().show());
    if (again) {
      reload();
    }
  }

  /** Takes it away. */
  void close() {
    Optional<Shown> was = shown;
    shown = Optional.empty();
    was.ifPresent(s -> {
      s.changes().close();
      s.close().run();
    });
  }

  /** Takes it away and forgets all, as the vault locks. */
  void forget() {
    close();
    loading.ifPresent(Running::cancel);
    loading = Optional.empty();
    again = false;
    groups = Map.of();
    model.forget();
  }
}
