package io.keyarbor.ui.profiles;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.language.NameOrder;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lets a person choose among the credentials in use: a search, and the list of what it finds. */
final class CredentialPicker extends VBox {
  private final Workspace work;
  private final List<Credential> all;
  private final TextField search = new TextField();
  private final ListView<Credential> list = new ListView<>();

  CredentialPicker(Workspace work, SelectionMode mode) {
    this.work = work;
    all = NameOrder.sorted(work.session().credentials().all(), c -> c.details().name());
    getStyleClass().add("picker");
    search.setPromptText(tr("Search credentials"));
    search.setAccessibleText(tr("Search credentials"));
    search.setId("pick-search");
    list.setId("pick-list");
    list.getStyleClass().add("lines");
    list.setAccessibleText(tr("Credentials"));
    list.setPlaceholder(new Label(tr("No credential has these words.")));
    list.getSelectionModel().setSelectionMode(mode);
    list.setCellFactory(view -> new Cell());
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(search, list);
    search.textProperty().subscribe(this::show);
    KeyMap.note(search, "Down");
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            event.consume();
            list.requestFocus();
          }
        });
  }

  private void show(String text) {
    List<Credential> before = chosen();
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    list.getItems().setAll(all.stream().filter(c -> matches(c, words)).toList());
    before.forEach(list.getSelectionModel()::select);
    if (!text.isBlank() && list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private boolean matches(Credential credential, String[] words) {
    String text =
        (credential.details().name() + " " + service(credential)).toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private String service(Credential credential) {
    String type = credential.details().serviceType();
    return work.catalogue().find(type).map(ServiceTemplate::displayName).orElse(type);
  }

  /** Chooses {@code credential}, and shows it. */
  void choose(Credential credential) {
    list.getSelectionModel().clearSelection();
    list.getSelectionModel().select(credential);
    list.scrollTo(credential);
  }

  /** What is chosen. */
  List<Credential> chosen() {
    return List.copyOf(list.getSelectionModel().getSelectedItems());
  }

  /** Calls {@code listener} when another one is chosen, and now. */
  void onChoice(Runnable listener) {
    list.getSelectionModel().selectedItemProperty().subscribe(c -> listener.run());
  }

  /** Moves the focus to the search. */
  void begin() {
    search.requestFocus();
  }

  private final class Cell extends ListCell<Credential> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Credential credential, boolean empty) {
      super.updateItem(credential, empty);
      setText(null);
      setGraphic(empty || credential == null ? null : line(credential));
    }

    private HBox line(Credential credential) {
      Label name = new Label(credential.details().name());
      name.setMinWidth(0);
      HBox.setHgrow(name, Priority.ALWAYS);
      name.setMaxWidth(Double.MAX_VALUE);
      Label service = new Label(service(credential));
      service.getStyleClass().add("hint");
      Optional<ServiceTemplate> template =
          work.catalogue().find(credential.details().serviceType());
      HBox line = new HBox(new ServiceIcon(template, 1.7), name, service);
      line.getStyleClass().add("variable");
      line.setAlignment(Pos.CENTER_LEFT);
      return line;
    }
  }
}
