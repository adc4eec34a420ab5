package io.keyarbor.ui.palette;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.vault.CredentialId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The palette on the screen: what is typed, the hits, what can be taken of the chosen one. */
final class PaletteView extends VBox {
  private static final int PAGE = 8;

  private final PaletteModel model;
  private final Deeds deeds;
  private final TextField search = new TextField();
  private final ListView<Candidate> list = new ListView<>();
  private final Label count = new Label();
  private final FlowPane takes = new FlowPane();
  private List<Take> offered = List.of();

  /**
   * What a person can do with a hit.
   *
   * @param takes what can be copied of it, the main secret first
   */
  record Deeds(
      Function<Candidate, List<Take>> takes,
      BiConsumer<Candidate, Take> copy,
      Consumer<Candidate> open,
      Consumer<Candidate> test,
      Consumer<Candidate> run,
      Runnable close) {}

  PaletteView(PaletteModel model, PaletteCell.Needs cells, Deeds deeds) {
    this.model = model;
    this.deeds = deeds;
    getStyleClass().add("palette");
    getStylesheets().add(sheet());
    search.setId("palette-search");
    search.setPromptText(tr("Name, service, account, host or tag"));
    search.setAccessibleText(tr("Quick search"));
    list.setId("palette-list");
    list.getStyleClass().addAll("lines", "palette-list");
    list.setAccessibleText(tr("Found credentials"));
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new PaletteCell(cells));
    VBox.setVgrow(list, Priority.ALWAYS);
    takes.getStyleClass().add("palette-takes");
    count.getStyleClass().add("hint");
    Label keys =
        new Label(
            tr(
                "Enter copies · Ctrl+T tests · Ctrl+O opens the service's page"
                    + " · Ctrl+R copies a run command · Esc closes"));
    keys.getStyleClass().addAll("hint", "palette-keys");
    keys.setWrapText(true);
    keys.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(search, count, list, takes, keys);
    search.textProperty().addListener((text, before, now) -> search(now));
    list.getSelectionModel().selectedItemProperty().subscribe(this::chose);
    list.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        take(0);
      }
      search.requestFocus();
    });
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setId("palette");
    KeyMap.note(this, "Enter", "Up", "Down", "Page_Up", "Page_Down");
    KeyMap.note(this, "Shortcut+T", "Shortcut+O", "Shortcut+R");
    IntStream.rangeClosed(1, 9).forEach(digit -> KeyMap.note(this, "Shortcut+" + digit));
  }

  /** The style sheet of the palette, and of its own window. */
  static String sheet() {
    return Objects.requireNonNull(PaletteView.class.getResource("palette.css")).toExternalForm();
  }

  /** Puts the focus where letters are typed. */
  void begin() {
    search.requestFocus();
  }

  private void search(String text) {
    model.search(text);
    show();
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  /** Shows what the model finds now; the chosen one stays chosen if it is still there. */
  void show() {
    Optional<CredentialId> chosen = chosen().map(Candidate::id);
    list.getItems().setAll(model.hits());
    list.setPlaceholder(
        new Label(
            model.index().size() == 0
                ? tr("There are no credentials yet.")
                : tr("No credential fits. Fewer letters find more.")));
    count.setText(count(model.count(), "{0} credential", "{0} credentials"));
    chosen
        .flatMap(id -> model.hits().stream().filter(c -> c.id().equals(id)).findFirst())
        .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
  }

  /** Shows tests that began or ended. */
  void refresh() {
    list.refresh();
  }

  private Optional<Candidate> chosen() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void chose(Candidate hit) {
    offered = hit == null ? List.of() : deeds.takes().apply(hit);
    takes.getChildren().clear();
    for (int i = 0; i < offered.size(); i++) {
      takes.getChildren().add(button(i));
    }
    search.setAccessibleHelp(hit == null ? null : PaletteCell.words(hit));
  }

  private Button button(int number) {
    String key = number == 0 ? tr("Enter") : tr("Ctrl+{0}", number);
    Label shown = new Label(key);
    shown.getStyleClass().add("palette-key");
    Button button = new Button(offered.get(number).label(), shown);
    button.getStyleClass().addAll("small", "palette-take");
    button.setFocusTraversable(false);
    button.setMnemonicParsing(false);
    button.setAccessibleText(tr("Copy {0} ({1})", offered.get(number).label(), key));
    button.setOnAction(event -> take(number));
    return button;
  }

  private void take(int number) {
    if (number < offered.size()) {
      Take take = offered.get(number);
      chosen().ifPresent(hit -> deeds.copy().accept(hit, take));
    }
  }

  private void pressed(KeyEvent event) {
    boolean known = event.isShortcutDown() ? shortcut(event.getCode()) : plain(event.getCode());
    if (known) {
      event.consume();
    }
  }

  private boolean shortcut(KeyCode key) {
    switch (key) {
      case T -> chosen().ifPresent(deeds.test());
      case O -> chosen().ifPresent(deeds.open());
      case R -> chosen().ifPresent(deeds.run());
      default -> {
        return digit(key);
      }
    }
    return true;
  }

  private boolean digit(KeyCode key) {
    if (!key.isDigitKey() || key == KeyCode.DIGIT0 || key == KeyCode.NUMPAD0) {
      return false;
    }
    String name = key.getName();
    take(name.charAt(name.length() - 1) - '0');
    return true;
  }

  private boolean plain(KeyCode key) {
    switch (key) {
      case ENTER -> take(0);
      case ESCAPE -> deeds.close().run();
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(PAGE);
      case PAGE_UP -> move(-PAGE);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void move(int rows) {
    int last = list.getItems().size() - 1;
    if (last >= 0) {
      int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) rows, 0, last);
      list.getSelectionModel().clearAndSelect(next);
      list.scrollTo(Math.max(0, next - PAGE / 2));
    }
  }
}
