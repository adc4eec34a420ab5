package io.keyarbor.ui.trash;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.list.TimeText;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What was put in the trash, newest first: restore it or delete it for good. */
public final class TrashController {
  private final Workspace work;
  private final Deeds deeds;

  @FXML private Pane root;
  @FXML private Pane empty;
  @FXML private ListView<Credential> list;
  @FXML private Button restore;
  @FXML private Button purge;
  @FXML private Button purgeAll;

  /** The trash of the vault of {@code work}. */
  public TrashController(Workspace work, Deeds deeds) {
    this.work = work;
    this.deeds = deeds;
  }

  @FXML
  void initialize() {
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(l -> new Cell());
    var none = list.getSelectionModel().selectedItemProperty().isNull();
    restore.disableProperty().bind(none);
    purge.disableProperty().bind(none);
    show(List.of());
  }

  /** What to show in the window. */
  public Node view() {
    return root;
  }

  /** Takes over what is in the trash now. */
  public void show(List<Credential> trashed) {
    list.getItems()
        .setAll(
            trashed.stream()
                .sorted(
                    Comparator.comparing((Credential c) -> c.trashed().orElse(Instant.EPOCH))
                        .reversed())
                .toList());
    empty.setVisible(trashed.isEmpty());
    list.setVisible(!trashed.isEmpty());
    purgeAll.setDisable(trashed.isEmpty());
  }

  private List<Credential> chosen() {
    return List.copyOf(list.getSelectionModel().getSelectedItems());
  }

  @FXML
  void restore() {
    deeds.restore(chosen().stream().map(Credential::id).toList());
  }

  @FXML
  void purge() {
    deeds.purge(chosen());
  }

  @FXML
  void purgeAll() {
    deeds.purge(List.copyOf(list.getItems()));
  }

  private final class Cell extends ListCell<Credential> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Credential credential, boolean none) {
      super.updateItem(credential, none);
      setText(null);
      setGraphic(none || credential == null ? null : line(credential));
    }

    private HBox line(Credential credential) {
      var template = work.catalogue().find(credential.details().serviceType());
      Label name = new Label(credential.details().name());
      name.getStyleClass().add("entry-name");
      name.setMinWidth(0);
      Label service =
          new Label(template.map(t -> t.displayName()).orElse(credential.details().serviceType()));
      service.getStyleClass().add("muted");
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label when =
          new Label(
              credential
                  .trashed()
                  .map(at -> tr("deleted {0}", TimeText.agoInWords(at, work.clock().instant())))
                  .orElse(""));
      when.getStyleClass().add("muted");
      when.setMinWidth(USE_PREF_SIZE);
      HBox line = new HBox(new ServiceIcon(template, 1.7), name, service, gap, when);
      line.getStyleClass().add("name-cell");
      line.setAlignment(Pos.CENTER_LEFT);
      return line;
    }
  }
}
