package io.keyarbor.ui.tray;

import io.keyarbor.platform.tray.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Draws the tray icon: the app's own, grey while locked, with what fails counted on it. */
final class TrayPictures {
  private static final List<Integer> SIZES = List.of(16, 32, 48, 64);
  private static final Color BADGE = Color.web("#c62828");

  /** On a badge of fewer pixels no digit can be read. */
  private static final int SMALLEST_WITH_DIGITS = 32;

  /** In the place of a count. */
  private static final int LOCKED = -1;

  /** A count above it is not drawn. */
  private static final int MOST = 9;

  private final Map<Integer, List<Picture>> drawn = new HashMap<>();

  TrayPictures() {}

  /** Of a locked vault. */
  List<Picture> locked() {
    return drawn.computeIfAbsent(LOCKED, TrayPictures::draw);
  }

  /** Of an open vault; the same pictures for the same count. */
  List<Picture> open(int failing) {
    return drawn.computeIfAbsent(Math.min(failing, MOST + 1), TrayPictures::draw);
  }

  private static List<Picture> draw(int failing) {
    return SIZES.stream().map(size -> draw(size, failing)).toList();
  }

  private static Picture draw(int size, int failing) {
    Canvas canvas = new Canvas(size, size);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.drawImage(new Image(source(size)), 0, 0, size, size);
    if (failing > 0) {
      badge(pen, size, failing > MOST ? MOST + "+" : String.valueOf(failing));
    }
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    int[] argb = new int[size * size];
    canvas
        .snapshot(clear, null)
        .getPixelReader()
        .getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), argb, 0, size);
    return new Picture(
        size, failing == LOCKED ? IntStream.of(argb).map(TrayPictures::grey).toArray() : argb);
  }

  private static String source(int size) {
    return TrayPictures.class.getResource("/icons/keyarbor-" + size + ".png").toExternalForm();
  }

  private static void badge(GraphicsContext pen, int size, String count) {
    double diameter = size * 0.62;
    double from = size - diameter;
    pen.setFill(Color.WHITE);
    pen.fillOval(from - size / 24.0, from - size / 24.0, diameter * 1.1, diameter * 1.1);
    pen.setFill(BADGE);
    pen.fillOval(from, from, diameter, diameter);
    if (size >= SMALLEST_WITH_DIGITS) {
      pen.setFill(Color.WHITE);
      pen.setFont(
          Font.font("System", FontWeight.BOLD, diameter * (count.length() > 1 ? 0.6 : 0.8)));
      pen.setTextAlign(TextAlignment.CENTER);
      pen.setTextBaseline(VPos.CENTER);
      pen.fillText(count, from + diameter / 2, from + diameter / 2);
    }
  }

  /** As bright, without colour. */
  private static int grey(int argb) {
    int alpha = argb >>> 24;
    int light = (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF)) / 1000;
    return alpha << 24 | light << 16 | light << 8 | light;
  }
}
