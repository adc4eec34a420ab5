package io.keyarbor.ui.desktop;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/**
 * Measures frames while it runs: the time between two of them, and how much of it the JavaFX thread
 * worked, which a busy machine changes less. On the JavaFX thread.
 */
class Frames extends AnimationTimer {
  private static final long FRAME_LIMIT_MS = 50;

  private final List<Double> gaps = new ArrayList<>();
  private final List<Double> work = new ArrayList<>();
  private long last;
  private long lastCpu;

  @Override
  public void handle(long now) {
    long real = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (last != 0) {
      gaps.add((real - last) / 1e6);
      work.add((cpu - lastCpu) / 1e6);
    }
    last = real;
    lastCpu = cpu;
  }

  /** Ends, and prints what was measured. */
  void print(String when) {
    stop();
    print(when + ", time", gaps);
    print(when + ", work", work);
  }

  /** Milliseconds that the JavaFX thread worked in each frame, from the least to the most. */
  List<Double> work() {
    return work.stream().sorted().toList();
  }

  private static void print(String when, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-18s %5d frames: median %.1f ms, 99 of 100 under %.1f ms, longest %.1f ms,"
            + " over %d ms: %d%n",
        when,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast(),
        FRAME_LIMIT_MS,
        sorted.stream().filter(gap -> gap > FRAME_LIMIT_MS).count());
  }
}
