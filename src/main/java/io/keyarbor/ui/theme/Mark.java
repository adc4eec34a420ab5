package io.keyarbor.ui.theme;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** Keyarbor's icon, in the size that the style sheet gives. */
public final class Mark extends Region {
  private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

  private final ImageView view = new ImageView();
  private int pixels;

  /** The icon; its size follows the font scale. */
  public Mark() {
    getStyleClass().add("app-mark");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Keyarbor");
    getChildren().add(view);
  }

  @Override
  protected void layoutChildren() {
    double scale = screenScale();
    int sharp = (int) Math.round(Math.min(getWidth(), getHeight()) * scale);
    if (sharp > 0 && sharp != pixels) {
      pixels = sharp;
      view.setImage(icon(sharp));
    }
    view.setFitWidth(sharp / scale);
    view.setFitHeight(sharp / scale);
    layoutInArea(view, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
  }

  private double screenScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getOutputScaleX();
  }

  /** Scaled once, from the next larger file, to as many pixels as the screen shows. */
  private static Image icon(int pixels) {
    int size = SIZES.stream().filter(s -> s >= pixels).findFirst().orElse(SIZES.getLast());
    String file = "/icons/keyarbor-" + size + ".png";
    return new Image(Mark.class.getResource(file).toExternalForm(), pixels, pixels, true, true);
  }
}
