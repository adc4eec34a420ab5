package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldSpec.Condition;
import io.keyarbor.template.KeyRecogniser;
import io.keyarbor.template.KeyRecogniser.Guess;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.SecretField;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.task.Background.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A key that the person pasted, and the services that it may belong to. The key is never shown, and
 * lies outside the Java heap until it is used or forgotten.
 */
final class PastedKey extends VBox {
  private static final int GUESSES_AT_MOST = 6;

  private final Background background;
  private final Supplier<KeyRecogniser> recogniser;
  private final Consumer<Guess> chosen;
  private final Label words = new Label();
  private final FlowPane proposals = new FlowPane();
  private final IconButton forget =
      new IconButton("mdi2c-close", tr("Forget the pasted key"), this::wipe);
  private Optional<Secret> key = Optional.empty();
  private List<Guess> guesses = List.of();
  private Optional<Running> looking = Optional.empty();

  /**
   * Nothing pasted yet.
   *
   * @param recogniser is asked off the JavaFX thread only
   * @param chosen told the guess that the person follows
   */
  PastedKey(Background background, Supplier<KeyRecogniser> recogniser, Consumer<Guess> chosen) {
    this.background = background;
    this.recogniser = recogniser;
    this.chosen = chosen;
    getStyleClass().add("pasted");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(words, forget);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("pasted-head");
    proposals.getStyleClass().add("tiles");
    getChildren().addAll(head, proposals);
    say("");
  }

  /** Takes what is on the clipboard, in place of what was pasted before. */
  void paste() {
    wipe();
    // JavaFX hands out nothing but a String; it is let go of at once.
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      say(tr("There is no text on the clipboard. Copy the key first, then paste it here."));
    } else if (text.length() > SecretField.MAX_LENGTH) {
      say(
          tr(
              "What is on the clipboard is too long for a key: it has more than a million"
                  + " characters."));
    } else {
      key = Optional.of(Secret.takeUtf8(text.toCharArray()));
      recognise(key.get().copy());
    }
  }

  /** Whether there is a key. */
  boolean isThere() {
    return key.isPresent();
  }

  /** A copy of the key, for the caller to close. */
  Secret key() {
    return key.orElseThrow().copy();
  }

  /** The guess for that service, if the key looks like one of it. */
  Optional<Guess> guess(ServiceTemplate template) {
    return guesses.stream().filter(guess -> guess.template().equals(template)).findFirst();
  }

  /** Zeroes the key. */
  void wipe() {
    looking.ifPresent(Running::cancel);
    looking = Optional.empty();
    key.ifPresent(Secret::close);
    key = Optional.empty();
    guesses = List.of();
    say("");
  }

  private void recognise(Secret copy) {
    say(tr("Looking whose key this is…"));
    looking =
        Optional.of(
            background.run(
                () -> {
                  try (copy) {
                    return recogniser.get().recognise(copy);
                  }
                },
                this::propose,
                failure -> propose(List.of())));
  }

  private void propose(List<Guess> found) {
    guesses = found;
    say(
        switch (found.size()) {
          case 0 ->
              tr(
                  "The pasted text looks like no key that is known. Choose its service below; the"
                      + " key is filled in there.");
          case 1 ->
              tr("This looks like a credential of {0}.", found.getFirst().template().displayName());
          default -> tr("This looks like a credential of one of these. Choose whose it is:");
        });
    List<Button> buttons = new ArrayList<>();
    found.stream().limit(GUESSES_AT_MOST).map(this::proposal).forEach(buttons::add);
    proposals.getChildren().setAll(buttons);
    proposals.setManaged(!buttons.isEmpty());
    buttons.stream().findFirst().ifPresent(Button::requestFocus);
  }

  private Button proposal(Guess guess) {
    ServiceTemplate template = guess.template();
    boolean alone = guesses.stream().filter(g -> g.template().equals(template)).count() == 1;
    Button button =
        new Button(
            tr("Use it for {0}", template.displayName() + (alone ? "" : choices(guess))),
            new ServiceIcon(Optional.of(template), 1.7));
    button.setMnemonicParsing(false);
    button.setOnAction(event -> chosen.accept(guess));
    return button;
  }

  /** Of an admin's key, {@code · Admin key}. */
  private static String choices(Guess guess) {
    return guess.choices().stream()
        .map(choice -> " · " + label(guess.template(), choice))
        .collect(Collectors.joining());
  }

  private static String label(ServiceTemplate template, Condition choice) {
    return template.fields().stream()
        .filter(field -> field.name().equals(choice.field()))
        .flatMap(field -> field.options().stream())
        .filter(option -> option.value().equals(choice.value()))
        .map(option -> tr(option.label()))
        .findFirst()
        .orElse(choice.value());
  }

  private void say(String message) {
    words.setText(message);
    proposals.getChildren().clear();
    proposals.setManaged(false);
    forget.setVisible(key.isPresent());
    setVisible(!message.isEmpty());
    setManaged(!message.isEmpty());
  }
}
