package io.keyarbor.ui.window;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a window lies, in the pixels that windows are measured in, which HiDPI screens have several
 * real ones of.
 *
 * @param maximized whether it fills its screen; the rest is where it goes back to
 */
public record Placement(double x, double y, double width, double height, boolean maximized) {
  /** What a person needs of a window's top to move it. */
  private static final double HANDLE = 80;

  /** The part of a screen that windows may use. */
  public record Area(double x, double y, double width, double height) {
    private double shared(Placement p) {
      double w = Math.min(x + width, p.x + p.width) - Math.max(x, p.x);
      double h = Math.min(y + height, p.y + p.height) - Math.max(y, p.y);
      return Math.max(w, 0) * Math.max(h, 0);
    }
  }

  /** Checks that these are numbers. */
  public Placement {
    for (double value : new double[] {x, y, width, height}) {
      if (!Double.isFinite(value) || Math.abs(value) > 1e6) {
        throw new IllegalArgumentException("no place of a window");
      }
    }
  }

  /** What tells one arrangement of screens from another. */
  public static String arrangement(List<Area> screens) {
    return screens.stream()
        .map(s -> "%d,%d,%dx%d".formatted((int) s.x, (int) s.y, (int) s.width, (int) s.height))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /**
   * The same, moved and made smaller so that all of it is seen on one of {@code screens}: the one
   * that shows most of it, or else the first.
   */
  public Placement within(List<Area> screens, double leastWidth, double leastHeight) {
    Area screen =
        screens.stream()
            .filter(s -> s.shared(this) > HANDLE)
            .max(Comparator.comparingDouble(s -> s.shared(this)))
            .orElse(screens.getFirst());
    double w = Math.min(Math.max(width, leastWidth), screen.width);
    double h = Math.min(Math.max(height, leastHeight), screen.height);
    return new Placement(
        Math.clamp(x, screen.x, screen.x + screen.width - w),
        Math.clamp(y, screen.y, screen.y + screen.height - h),
        w,
        h,
        maximized);
  }
}
