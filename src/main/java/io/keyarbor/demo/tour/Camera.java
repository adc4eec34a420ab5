package io.keyarbor.demo.tour;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Pictures of windows. For the JavaFX thread. */
public final class Camera {
  private Camera() {}

  /** Draws {@code scene} into a PNG file, whose folder is made if need be. */
  public static void picture(Scene scene, Path file) {
    picture(scene, 1, file);
  }

  /**
   * Draws {@code scene}, with the menus and tooltips that are open above it, as a screen with more
   * pixels would.
   *
   * @param pixels of the picture for one of the scene, in each direction
   */
  public static void picture(Scene scene, double pixels, Path file) {
    BufferedImage all = drawn(scene, pixels);
    BufferedImage picture =
        new BufferedImage(all.getWidth(), all.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = picture.createGraphics();
    pen.drawImage(all, 0, 0, null);
    Window window = scene.getWindow();
    for (PopupWindow popup : above(window)) {
      double x = popup.getX() - window.getX() - scene.getX();
      double y = popup.getY() - window.getY() - scene.getY();
      pen.drawImage(drawn(popup.getScene(), pixels), (int) (x * pixels), (int) (y * pixels), null);
    }
    pen.dispose();
    write(picture, file);
  }

  /** The menus, lists and tooltips that are open above {@code window}, the lowest first. */
  public static List<PopupWindow> above(Window window) {
    return Window.getWindows().stream()
        .filter(w -> w instanceof PopupWindow popup && belongs(popup, window))
        .map(PopupWindow.class::cast)
        .toList();
  }

  private static boolean belongs(PopupWindow popup, Window window) {
    Window owner = popup.getOwnerWindow();
    return owner == window || (owner instanceof PopupWindow below && belongs(below, window));
  }

  private static BufferedImage drawn(Scene scene, double pixels) {
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setTransform(new Scale(pixels, pixels));
    // Around a menu is its shadow, and then nothing.
    sharp.setFill(scene.getWindow() instanceof PopupWindow ? Color.TRANSPARENT : scene.getFill());
    return read(scene.getRoot().snapshot(sharp, null));
  }

  private static BufferedImage read(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    return picture;
  }

  private static void write(BufferedImage picture, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("no picture could be written to " + file, e);
    }
  }
}
