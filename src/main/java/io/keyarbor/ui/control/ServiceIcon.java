package io.keyarbor.ui.control;

import io.keyarbor.template.ServiceTemplate;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A service's icon in one colour on a tinted square, or its initials where it has none. */
public final class ServiceIcon extends StackPane {
  private Optional<ServiceTemplate> template = Optional.empty();
  private double size;

  /**
   * An icon; without a template it is a key.
   *
   * @param size width and height in pixels
   */
  public ServiceIcon(Optional<ServiceTemplate> template, double size) {
    getStyleClass().add("service-icon");
    setMouseTransparent(true);
    show(template, size);
  }

  /** Shows another one in its place; cheap, as rows that scroll by need it. */
  public void show(Optional<ServiceTemplate> next, double size) {
    if (this.size == size && template.equals(next)) {
      return;
    }
    template = next;
    if (this.size != size) {
      this.size = size;
      setMinSize(size, size);
      setPrefSize(size, size);
      setMaxSize(size, size);
    }
    if (!draw(template.map(ServiceTemplate::icon).orElse("mdi2k-key-variant"))) {
      Label initials = new Label(initials(template.map(ServiceTemplate::displayName).orElse("")));
      initials.setStyle("-fx-font-size: " + Math.round(size * 0.42) + "px;");
      initials.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
      getChildren().setAll(initials);
    }
  }

  /** Draws an icon with the node that is there, if there is one; false if no pack has it. */
  private boolean draw(String literal) {
    if (literal.isEmpty()) {
      return false;
    }
    try {
      int pixels = (int) Math.round(size * 0.58);
      if (!getChildren().isEmpty() && getChildren().getFirst() instanceof FontIcon icon) {
        icon.setIconLiteral(literal);
        icon.setIconSize(pixels);
      } else {
        FontIcon icon = new FontIcon(literal);
        icon.setIconSize(pixels);
        getChildren().setAll(icon);
      }
      return true;
    } catch (UnsupportedOperationException | IllegalArgumentException unknown) {
      // A template of a person's own may name an icon that no pack has.
      return false;
    }
  }

  /** Of "Generic HTTP", {@code GH}. */
  static String initials(String name) {
    StringBuilder initials = new StringBuilder();
    for (String word : name.strip().split("[\\s/_.-]+", -1)) {
      if (!word.isEmpty() && initials.codePoints().count() < 2) {
        initials.appendCodePoint(Character.toUpperCase(word.codePointAt(0)));
      }
    }
    return initials.isEmpty() ? "?" : initials.toString();
  }
}
