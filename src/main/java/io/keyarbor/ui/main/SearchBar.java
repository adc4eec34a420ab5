package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.IconButton;
import io.keyarbor.vault.SavedSearch;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** The search field with the star that keeps what is looked for. */
final class SearchBar {
  private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

  private final TextField field;
  private final IconButton star;
  private final Function<String, Optional<SavedSearch>> saved;

  /**
   * Watches {@code field}.
   *
   * @param search told each new text
   * @param saved the saved search of a text
   * @param save asks for a name and keeps a text
   */
  SearchBar(
      TextField field,
      IconButton star,
      Consumer<String> search,
      Function<String, Optional<SavedSearch>> saved,
      Consumer<String> save) {
    this.field = field;
    this.star = star;
    this.saved = saved;
    field.setTooltip(
        new Tooltip(
            String.join(
                "\n",
                tr("Words that must occur, and filters:"),
                "tag:prod  service:github  group:work  host:example.com",
                "status:failing  expires:<30d  -tag:test")));
    star.setOnAction(e -> save.accept(field.getText()));
    field.textProperty().subscribe(search);
    field.textProperty().subscribe(this::showStar);
  }

  /** What is looked for. */
  String text() {
    return field.getText();
  }

  /** Looks for something else. */
  void set(String text) {
    field.setText(text);
  }

  /** Shows whether what is looked for is kept. */
  void showStar() {
    Optional<SavedSearch> kept = saved.apply(text());
    star.setVisible(!text().isBlank());
    star.setDisable(kept.isPresent());
    star.show(
        kept.isPresent() ? "mdi2s-star" : "mdi2s-star-outline",
        kept.map(search -> tr("Saved as “{0}”", search.name())).orElse(tr("Save this search")));
    star.pseudoClassStateChanged(ON, kept.isPresent());
  }

  /** Moves the focus there. */
  void focus() {
    field.requestFocus();
    field.selectAll();
  }
}
