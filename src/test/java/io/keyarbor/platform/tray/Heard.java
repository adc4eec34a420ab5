package io.keyarbor.platform.tray;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what an icon tells until the test asks for it. */
final class Heard implements TrayListener<String> {
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Override
  public void chosen(String choice) {
    told.add("chosen " + choice);
  }

  @Override
  public void pressed() {
    told.add("pressed");
  }

  @Override
  public void shown(boolean shown) {
    told.add(shown ? "shown" : "gone");
  }

  /** Waits for what is told next. */
  String next() throws InterruptedException {
    String next = told.poll(30, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  boolean isSilent() {
    return told.isEmpty();
  }
}
