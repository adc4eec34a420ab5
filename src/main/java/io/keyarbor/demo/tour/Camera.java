package io.keyarbor.demo.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Pictures of windows. For the JavaFX thread. */
public final class Camera {
  private Camera() {}

  /** Draws {@code scene} into a PNG file, whose folder is made if need be. */
  public static void picture(Scene scene, Path file) {
    picture(scene, 1, file);
  }

  /**
   * Draws {@code scene} as a screen with more pixels would.
   *
   * @param pixels of the picture for one of the scene, in each direction
   */
  public static void picture(Scene scene, double pixels, Path file) {
    if (pixels == 1) {
      write(scene.snapshot(null), file);
      return;
    }
    SnapshotParameters sharp = new SnapshotParameters();
    sharp.setTransform(new Scale(pixels, pixels));
    write(scene.getRoot().snapshot(sharp, null), file);
  }

  private static void write(Image image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("no picture could be written to " + file, e);
    }
  }
}
