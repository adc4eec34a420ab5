package io.keyarbor.ui.control;

import io.keyarbor.template.ServiceTemplate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** A service's icon in one colour on a tinted square, or its initials where it has none. */
public final class ServiceIcon extends StackPane {
  /**
   * An icon; without a template it is a key.
   *
   * @param size width and height in pixels
   */
  public ServiceIcon(Optional<ServiceTemplate> template, double size) {
    getStyleClass().add("service-icon");
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    getChildren().add(drawing(template, size));
    setMouseTransparent(true);
  }

  private static Node drawing(Optional<ServiceTemplate> template, double size) {
    String literal = template.map(ServiceTemplate::icon).orElse("mdi2k-key-variant");
    if (!literal.isEmpty()) {
      try {
        FontIcon icon = new FontIcon(literal);
        icon.setIconSize((int) Math.round(size * 0.58));
        return icon;
      } catch (UnsupportedOperationException | IllegalArgumentException unknown) {
        // A template of a person's own may name an icon that no pack has.
      }
    }
    Label initials = new Label(initials(template.map(ServiceTemplate::displayName).orElse("")));
    initials.setStyle("-fx-font-size: " + Math.round(size * 0.42) + "px;");
    initials.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return initials;
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
