package io.keyarbor.platform.tray;

import java.util.List;
import java.util.Optional;

/**
 * A line of the menu. It holds what a person reads and what choosing it means, never a secret: a
 * menu lies in another process, and every program of the session can read it.
 *
 * @param label what a person reads
 * @param enabled whether it can be chosen or opened
 * @param choice empty for what only says something, or opens {@code children}
 * @param <C> what choosing it means
 */
public record TrayItem<C>(
    String label, boolean enabled, Optional<C> choice, List<TrayItem<C>> children) {
  /** Copies the list. */
  public TrayItem {
    children = List.copyOf(children);
  }

  /** One that can be chosen. */
  public static <C> TrayItem<C> of(String label, C choice) {
    return new TrayItem<>(label, true, Optional.of(choice), List.of());
  }

  /** One that only says something. */
  public static <C> TrayItem<C> words(String label) {
    return new TrayItem<>(label, false, Optional.empty(), List.of());
  }

  /** One that opens others. */
  public static <C> TrayItem<C> menu(String label, List<TrayItem<C>> children) {
    return new TrayItem<>(label, true, Optional.empty(), children);
  }

  /** A line between groups of items. */
  public static <C> TrayItem<C> line() {
    return new TrayItem<>("", false, Optional.empty(), List.of());
  }

  /** Whether it is a line between groups of items. */
  public boolean isLine() {
    return label.isEmpty() && !enabled;
  }
}
