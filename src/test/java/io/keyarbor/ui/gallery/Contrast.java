package io.keyarbor.ui.gallery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Measures contrast as WCAG 2.2 does, against the pixels that are really drawn: 4.5:1 for text, 3:1
 * for large text, icons and the edges of what one types or ticks. Disabled controls are exempt.
 */
final class Contrast {
  private static final double TEXT = 4.5;
  private static final double LARGE_OR_SIGN = 3;

  /** Large is from 18 points, or from 14 if bold; a point is 4/3 pixels. */
  private static final double LARGE = 24;

  private static final double LARGE_BOLD = 18.66;

  private final PixelReader pixels;
  private final int width;
  private final int height;

  private Contrast(WritableImage picture) {
    pixels = picture.getPixelReader();
    width = (int) picture.getWidth();
    height = (int) picture.getHeight();
  }

  /** What in {@code root} is hard to see, in words. */
  static List<String> faultsIn(Node root) {
    Contrast contrast = new Contrast(root.getScene().snapshot(null));
    List<String> faults = new ArrayList<>();
    for (Node node : Nodes.shown(root)) {
      if (node.isDisabled() || !Nodes.inView(node)) {
        continue;
      }
      if (node instanceof Text text && !isDecoration(text)) {
        contrast.text(text, faults);
      } else if (node instanceof Control control && hasAnEdge(control)) {
        contrast.edge(control, faults);
      }
    }
    return faults;
  }

  /** What says nothing that is not said in words beside it. */
  private static boolean isDecoration(Text text) {
    return text.getText().isBlank() || text.getStyleClass().contains("empty-icon");
  }

  private static boolean hasAnEdge(Control control) {
    return control instanceof TextInputControl
        || control instanceof ComboBoxBase
        || control instanceof ChoiceBox
        || control instanceof CheckBox
        || control instanceof RadioButton;
  }

  private void text(Text text, List<String> faults) {
    if (!(text.getFill() instanceof Color fill)) {
      return;
    }
    Color ground = around(text.localToScene(text.getLayoutBounds()));
    double opacity = Nodes.around(text).mapToDouble(Node::getOpacity).reduce(1, (a, b) -> a * b);
    double ratio = ratio(over(fill, opacity, ground), ground);
    double size = text.getFont().getSize();
    boolean bold = text.getFont().getStyle().contains("Bold");
    boolean large = size >= LARGE || (bold && size >= LARGE_BOLD) || text instanceof FontIcon;
    if (ratio < (large ? LARGE_OR_SIGN : TEXT)) {
      faults.add(
          "contrast %.2f of %s on %s: %s %s"
              .formatted(ratio, hex(fill), hex(ground), Nodes.place(text), words(text)));
    }
  }

  private static String words(Text text) {
    return text instanceof FontIcon icon ? icon.getIconLiteral() : "“" + text.getText() + "”";
  }

  /** Some line between what is outside and what is inside must stand out. */
  private void edge(Control control, List<String> faults) {
    Node box = control.lookup(control instanceof RadioButton ? ".radio" : ".box");
    Node field = Nodes.around(control).filter(Contrast::isCode).findFirst().orElse(control);
    Node edged = box == null || control instanceof TextInputControl ? field : box;
    Bounds bounds = edged.localToScene(edged.getLayoutBounds());
    int y = (int) bounds.getCenterY();
    int left = (int) Math.round(bounds.getMinX());
    Color outside = at(left - 3, y);
    double best = 1;
    for (int x = left - 1; x < left + 5; x++) {
      best = Math.max(best, ratio(at(x, y), outside));
    }
    if (best < LARGE_OR_SIGN) {
      faults.add("contrast %.2f of the edge of %s".formatted(best, Nodes.place(control)));
    }
  }

  /** Code has its edge around the numbers of its lines too. */
  private static boolean isCode(Node node) {
    return node.getStyleClass().contains("code");
  }

  /** The colour that most pixels have which lie just around {@code bounds}. */
  private Color around(Bounds bounds) {
    Map<Color, Integer> seen = new HashMap<>();
    int left = (int) bounds.getMinX() - 1;
    int right = (int) Math.ceil(bounds.getMaxX()) + 1;
    int top = (int) bounds.getMinY();
    int bottom = (int) Math.ceil(bounds.getMaxY());
    for (int x = left; x <= right; x++) {
      seen.merge(at(x, top), 1, Integer::sum);
      seen.merge(at(x, bottom), 1, Integer::sum);
    }
    for (int y = top; y <= bottom; y++) {
      seen.merge(at(left, y), 1, Integer::sum);
      seen.merge(at(right, y), 1, Integer::sum);
    }
    return seen.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private Color at(int x, int y) {
    return pixels.getColor(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1));
  }

  private static Color over(Color fill, double opacity, Color ground) {
    return ground.interpolate(
        Color.color(fill.getRed(), fill.getGreen(), fill.getBlue()), fill.getOpacity() * opacity);
  }

  /** From 1, no contrast, to 21, black on white. */
  static double ratio(Color a, Color b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static String hex(Color c) {
    return "#%02x%02x%02x"
        .formatted(
            Math.round(c.getRed() * 255),
            Math.round(c.getGreen() * 255),
            Math.round(c.getBlue() * 255));
  }
}
