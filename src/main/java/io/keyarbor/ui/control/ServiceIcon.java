package io.keyarbor.ui.control;

import io.keyarbor.template.ServiceTemplate;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A service's icon in one colour on a tinted square, or its initials where it has none. It grows
 * with the text around it.
 */
public final class ServiceIcon extends StackPane {
  /** Of the square, so much is the icon, and so high are initials. */
  private static final double ICON = 0.75;

  private static final double INITIALS = 0.42;

  /** Shows nothing; style sheets tell it how large text is here, as icons cannot be told. */
  private final Text ruler = new Text();

  private final double em;
  private Optional<ServiceTemplate> template = Optional.empty();

  /**
   * An icon; without a template it is a key.
   *
   * @param em width and height, for the size of the text around it
   */
  public ServiceIcon(Optional<ServiceTemplate> template, double em) {
    this.em = em;
    getStyleClass().add("service-icon");
    setMouseTransparent(true);
    ruler.setManaged(false);
    this.template = template;
    draw();
    ruler.fontProperty().subscribe(font -> fit());
  }

  /** Shows another one in its place; cheap, as rows that scroll by need it. */
  public void show(Optional<ServiceTemplate> next) {
    if (!template.equals(next)) {
      template = next;
      draw();
    }
  }

  private void fit() {
    double size = Math.round(ruler.getFont().getSize() * em);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    if (getChildren().getLast() instanceof FontIcon icon) {
      fit(icon);
    }
  }

  private void fit(FontIcon icon) {
    icon.setIconSize((int) Math.round(ruler.getFont().getSize() * em * ICON));
  }

  private void draw() {
    if (!draw(template.map(ServiceTemplate::icon).orElse("mdi2k-key-variant"))) {
      Label initials = new Label(initials(template.map(ServiceTemplate::displayName).orElse("")));
      initials.setStyle("-fx-font-size: " + em * INITIALS + "em;");
      initials.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
      getChildren().setAll(ruler, initials);
    }
  }

  /** Draws an icon with the node that is there, if there is one; false if no pack has it. */
  private boolean draw(String literal) {
    if (literal.isEmpty()) {
      return false;
    }
    try {
      if (!getChildren().isEmpty() && getChildren().getLast() instanceof FontIcon icon) {
        icon.setIconLiteral(literal);
      } else {
        FontIcon icon = new FontIcon(literal);
        // The theme has one size for all icons of their usual class, and would win.
        icon.getStyleClass().setAll("service-sign");
        fit(icon);
        getChildren().setAll(ruler, icon);
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
