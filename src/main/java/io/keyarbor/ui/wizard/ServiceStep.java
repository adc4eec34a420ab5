package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.count;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.KeyRecogniser;
import io.keyarbor.template.KeyRecogniser.Guess;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.help.KeyMap;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.wizard.ServiceList.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** First page: which service it is for. A pasted key may tell. */
public final class ServiceStep implements Step {
  private static final List<KeyCombination> PASTE =
      List.of(
          new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN),
          new KeyCodeCombination(KeyCode.INSERT, KeyCombination.SHIFT_DOWN),
          new KeyCodeCombination(KeyCode.PASTE));

  private final Surroundings around;
  private final BiConsumer<ServiceTemplate, Optional<Guess>> chosen;
  private final PastedKey pasted;
  private final ServiceTiles tiles;
  private final Parent view;
  private final Runnable stopListening;
  private ServiceList services;
  private Optional<KeyRecogniser> recogniser = Optional.empty();

  @FXML private PasteAware search;
  @FXML private VBox root;
  @FXML private VBox found;
  @FXML private Label nothing;
  @FXML private Label faults;

  /**
   * The step.
   *
   * @param chosen told the service, and the guess that led to it; the pasted key is still here then
   */
  ServiceStep(Surroundings around, BiConsumer<ServiceTemplate, Optional<Guess>> chosen) {
    this.around = around;
    this.chosen = chosen;
    services = new ServiceList(around.catalogue());
    pasted = new PastedKey(around.background(), this::recogniser, this::follow);
    tiles = new ServiceTiles(this::choose, new ToSearch());
    view = Fxml.load(this);
    stopListening = around.catalogue().onChange(() -> Platform.runLater(this::renew));
    around.catalogue().refresh();
  }

  @FXML
  void initialize() {
    root.getChildren().add(root.getChildren().indexOf(found), pasted);
    found.getChildren().addFirst(tiles);
    search.onPaste(this::paste);
    search.textProperty().subscribe(this::show);
    search.setOnAction(event -> first().ifPresent(this::choose));
    root.setId("services");
    KeyMap.note(root, "Shortcut+V", "Shift+Insert", "Down", "Enter");
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            tiles.enter();
            event.consume();
          }
        });
    showFaults();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void entered() {
    search.requestFocus();
  }

  @Override
  public boolean isChanged() {
    return pasted.isThere();
  }

  @Override
  public void wipe() {
    stopListening.run();
    pasted.wipe();
  }

  /** Takes up the pasted key where {@code event} asks for it, wherever the focus is. */
  void pressed(KeyEvent event) {
    if (PASTE.stream().anyMatch(keys -> keys.match(event))) {
      event.consume();
      paste();
    }
  }

  @FXML
  void paste() {
    pasted.paste();
  }

  @FXML
  void templates() {
    around.templates().run();
  }

  /** Puts the pasted key, if there is one, into {@code step}, and forgets it here. */
  void hand(ConnectStep step, Optional<Guess> followed) {
    if (!pasted.isThere()) {
      return;
    }
    try (Secret key = pasted.key()) {
      Optional<Guess> guess = followed.or(() -> pasted.guess(step.form().template()));
      guess.ifPresentOrElse(
          found -> step.fill(found, recogniser(), key), () -> step.form().setMainSecret(key));
    }
    pasted.wipe();
  }

  private void follow(Guess guess) {
    chosen.accept(guess.template(), Optional.of(guess));
  }

  private void choose(ServiceTemplate template) {
    chosen.accept(template, Optional.empty());
  }

  /** Made when it is first needed, and again when the templates have changed. */
  private synchronized KeyRecogniser recogniser() {
    if (recogniser.isEmpty()) {
      recogniser = Optional.of(new KeyRecogniser(around.catalogue()));
    }
    return recogniser.get();
  }

  /** The person's own templates have changed. */
  private void renew() {
    synchronized (this) {
      recogniser = Optional.empty();
    }
    services = new ServiceList(around.catalogue());
    tiles.forget();
    show(search.getText());
    showFaults();
  }

  private Optional<ServiceTemplate> first() {
    return services.sections(search.getText()).stream()
        .flatMap(section -> section.services().stream())
        .findFirst();
  }

  private void show(String words) {
    List<Section> sections = services.sections(words);
    tiles.show(sections);
    nothing.setVisible(sections.isEmpty());
    nothing.setManaged(sections.isEmpty());
  }

  private void showFaults() {
    long files = around.catalogue().faults().stream().map(f -> f.file()).distinct().count();
    faults.setText(
        count(
            files,
            "One of your templates has a fault and is left out.",
            "{0} of your templates have faults and are left out."));
    faults.setVisible(files > 0);
    faults.setManaged(files > 0);
  }

  private final class ToSearch implements ServiceTiles.TypeAhead {
    @Override
    public void enter() {
      search.requestFocus();
      search.end();
    }

    @Override
    public void type(String character) {
      enter();
      search.appendText(character);
    }
  }
}
