package io.keyarbor.ui.templates;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Prober;
import io.keyarbor.template.TemplateSource;
import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.ui.templates.TemplateEditor.Draft;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** All service templates: the person's own with their faults, and the bundled ones to copy. */
public final class TemplatesController {
  private final Workspace work;
  private final Path folder;
  private final OwnTemplates own;
  private final Prober prober;
  private List<TemplateSource> sources = List.of();
  private Optional<Handle> handle = Optional.empty();

  @FXML private TextField search;
  @FXML private MenuButton fresh;
  @FXML private ListView<TemplateSource> list;
  @FXML private Label place;
  @FXML private Button open;
  @FXML private Button copy;
  @FXML private Button remove;

  /**
   * The templates of a person.
   *
   * @param folder where their own ones lie; need not exist
   * @param prober shows what would be sent
   */
  public TemplatesController(Workspace work, Path folder, Prober prober) {
    this.work = work;
    this.folder = folder;
    this.own = new OwnTemplates(folder);
    this.prober = prober;
  }

  /** Opens the screen. */
  public void open() {
    Region view = (Region) Fxml.load(this);
    view.getStylesheets()
        .add(
            Objects.requireNonNull(TemplatesController.class.getResource("templates.css"))
                .toExternalForm());
    Runnable stop = work.catalogue().onChange(() -> Platform.runLater(this::reload));
    view.sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            stop.run();
          }
        });
    // Lists and menus keep Escape for themselves.
    view.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
    handle = Optional.of(work.dialogs().show(view, tr("Service templates"), this::close));
    search.requestFocus();
    work.catalogue().refresh();
  }

  @FXML
  void initialize() {
    place.setText(tr("Your own lie in {0}. A change there counts at once.", folder));
    for (Starter starter : Starter.values()) {
      MenuItem item = new MenuItem(tr(starter.label()));
      item.setOnAction(event ->
          edit(new Draft(tr("New template"), Optional.empty(), "", starter.text(), false)));
      fresh.getItems().add(item);
    }
    list.setCellFactory(view -> new SourceCell());
    list.getSelectionModel().selectedItemProperty().subscribe(this::showDeeds);
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        openChosen();
      }
    });
    KeyMap.note(list, "Enter", "Delete");
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        event.consume();
        openChosen();
      } else if (event.getCode() == KeyCode.DELETE) {
        event.consume();
        remove();
      }
    });
    search.textProperty().subscribe((before, now) -> show());
    reload();
  }

  private void reload() {
    Callable<List<TemplateSource>> read =
        () ->
            Stream.concat(
                    TemplateSource.own(folder).stream(),
                    TemplateSource.bundled().stream().sorted(SourceCell.byName()))
                .toList();
    work.background()
        .run(
            read,
            found -> {
              sources = found;
              show();
            },
            work.dialogs()::error);
  }

  private void show() {
    Optional<TemplateSource> before = chosen();
    String words = search.getText().strip().toLowerCase(Locale.ROOT);
    List<TemplateSource> shown = new ArrayList<>(sources);
    shown.removeIf(source -> !SourceCell.text(source).toLowerCase(Locale.ROOT).contains(words));
    list.getItems().setAll(shown);
    before
        .flatMap(b -> shown.stream().filter(s -> s.name().equals(b.name())).findFirst())
        .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    showDeeds();
  }

  private Optional<TemplateSource> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void showDeeds() {
    Optional<TemplateSource> chosen = chosen();
    boolean mine = chosen.flatMap(TemplateSource::file).isPresent();
    open.setDisable(chosen.isEmpty());
    open.setText(mine ? tr("Edit") : tr("View"));
    copy.setDisable(chosen.isEmpty() || mine);
    remove.setDisable(!mine);
  }

  @FXML
  void openChosen() {
    chosen()
        .ifPresent(source ->
            read(
                source,
                text ->
                    edit(
                        new Draft(
                            source.name(),
                            source.file(),
                            source.file().map(f -> f.getFileName().toString()).orElse(""),
                            text,
                            source.file().isEmpty()))));
  }

  /** A copy of a bundled one takes its place, because it is of the same service type. */
  @FXML
  void copyChosen() {
    chosen()
        .ifPresent(source ->
            read(
                source,
                text ->
                    edit(
                        new Draft(
                            tr("Copy of {0}", source.name()),
                            Optional.empty(),
                            source.name().substring(source.name().lastIndexOf('/') + 1),
                            text,
                            false))));
  }

  private void read(TemplateSource source, Consumer<String> then) {
    work.background()
        .run(
            () ->
                source.file().isPresent()
                    ? own.read(source.file().get())
                    : TemplateSource.bundledText(source.name()),
            then,
            this::failed);
  }

  private void edit(Draft draft) {
    new TemplateEditor(work, own, new FormPreview(work, prober, work.files()), draft).open();
  }

  @FXML
  void remove() {
    chosen()
        .flatMap(TemplateSource::file)
        .ifPresent(file ->
            work.background()
                .run(
                    () -> own.remove(file),
                    aside -> {
                      changed();
                      work.dialogs()
                          .undoable(
                              tr("{0} put aside as {1}", file.getFileName(), aside.getFileName()),
                              failed -> restore(aside, file, failed));
                    },
                    this::failed));
  }

  private void restore(Path aside, Path file, Consumer<Throwable> failed) {
    work.background()
        .run(
            () -> {
              own.restore(aside, file);
              return true;
            },
            done -> changed(),
            failure -> failed.accept(told(failure)));
  }

  private void changed() {
    work.catalogue().refresh();
    reload();
  }

  private void failed(Throwable failure) {
    work.dialogs().error(told(failure));
  }

  /** A fault of the disk in words for a person; any other as it is. */
  private Throwable told(Throwable failure) {
    return switch (failure) {
      case OwnTemplates.Refused refused -> new VaultException.Refused(refused.getMessage());
      case IOException e ->
          new VaultException.Refused(
              tr("That did not work. Check who may read and write {0}.", folder));
      default -> failure;
    };
  }

  @FXML
  void close() {
    handle.ifPresent(Handle::close);
  }
}
