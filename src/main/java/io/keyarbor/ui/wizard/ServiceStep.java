package io.keyarbor.ui.wizard;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.KeyRecogniser;
import io.keyarbor.template.KeyRecogniser.Guess;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.wizard.ServiceList.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** First page: which service it is for. A pasted key may tell. */
public final class ServiceStep implements Step {
  private static final int GUESSES_AT_MOST = 3;
  private static final int KEY_AT_MOST = 8192;

  private final ServiceList services;
  private final KeyRecogniser recogniser;
  private final BiConsumer<ServiceTemplate, Optional<Guess>> chosen;
  private final Parent view;

  @FXML private TextField search;
  @FXML private SecretField key;
  @FXML private FlowPane guesses;
  @FXML private Label unknown;
  @FXML private VBox sections;
  @FXML private Label nothing;

  /**
   * The step.
   *
   * @param chosen told the service, and the guess that led to it where the pasted key is to be used
   */
  ServiceStep(Catalogue catalogue, BiConsumer<ServiceTemplate, Optional<Guess>> chosen) {
    this.services = new ServiceList(catalogue);
    this.recogniser = new KeyRecogniser(catalogue);
    this.chosen = chosen;
    this.view = Fxml.load(this);
  }

  @FXML
  void initialize() {
    search.textProperty().subscribe(this::show);
    search.setOnAction(event -> first().ifPresent(this::choose));
    key.secretLengthProperty().subscribe((before, now) -> guess());
    guess();
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
    return key.secretLengthProperty().get() > 0;
  }

  @Override
  public void wipe() {
    key.wipe();
  }

  /** The pasted key, for the caller to close. */
  Secret key() {
    return key.secret();
  }

  private void choose(ServiceTemplate template) {
    chosen.accept(template, Optional.empty());
  }

  private Optional<ServiceTemplate> first() {
    return services.sections(search.getText()).stream()
        .flatMap(section -> section.services().stream())
        .findFirst();
  }

  private void show(String words) {
    List<Section> found = services.sections(words);
    sections.getChildren().clear();
    for (Section section : found) {
      Label title = new Label(section.title());
      title.getStyleClass().add("section-title");
      FlowPane tiles = new FlowPane();
      tiles.getStyleClass().add("tiles");
      section.services().forEach(template -> tiles.getChildren().add(tile(template)));
      sections.getChildren().addAll(title, tiles);
    }
    nothing.setVisible(found.isEmpty());
    nothing.setManaged(found.isEmpty());
  }

  private Button tile(ServiceTemplate template) {
    Button tile = new Button(template.displayName(), new ServiceIcon(Optional.of(template), 28));
    tile.setMnemonicParsing(false);
    tile.setContentDisplay(ContentDisplay.LEFT);
    tile.getStyleClass().add("service-tile");
    tile.setId("service-" + template.serviceType());
    tile.setOnAction(event -> choose(template));
    return tile;
  }

  private void guess() {
    int length = key.secretLengthProperty().get();
    List<Guess> found = List.of();
    if (length > 0 && length <= KEY_AT_MOST) {
      try (Secret secret = key.secret()) {
        found = recogniser.recognise(secret);
      }
    }
    guesses.getChildren().clear();
    found.stream().limit(GUESSES_AT_MOST).map(this::proposal).forEach(guesses.getChildren()::add);
    guesses.setManaged(!found.isEmpty());
    unknown.setVisible(length > 0 && found.isEmpty());
    unknown.setManaged(unknown.isVisible());
  }

  private Button proposal(Guess guess) {
    Button button =
        new Button(
            "Use it for " + guess.template().displayName(),
            new ServiceIcon(Optional.of(guess.template()), 20));
    button.setMnemonicParsing(false);
    button.setOnAction(event -> chosen.accept(guess.template(), Optional.of(guess)));
    return button;
  }
}
