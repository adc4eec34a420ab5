package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.count;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/**
 * How many seconds are left, as a ring that empties and as a number. Assistive technology is told
 * once how often it begins anew, and not every second.
 */
final class CountdownRing extends Region {
  /** From here on there is hardly time to type. */
  static final int SOON = 5;

  private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
  private static final double SIZE = 2.3;
  private static final double STROKE = 0.1;

  private final Circle track = new Circle();
  private final Arc arc = new Arc();
  private final Label seconds = new Label();
  private final int period;

  /** A full ring. */
  CountdownRing(int period) {
    this.period = period;
    getStyleClass().add("countdown-ring");
    track.getStyleClass().add("ring-track");
    arc.getStyleClass().add("ring-left");
    arc.setType(ArcType.OPEN);
    arc.setStartAngle(90);
    seconds.getStyleClass().add("ring-seconds");
    seconds.setAlignment(Pos.CENTER);
    getChildren().addAll(track, arc, seconds);
    setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(count(period, "A new code every second", "A new code every {0} seconds"));
    show(period);
  }

  /** Shows that so many seconds are left. */
  void show(int left) {
    seconds.setText(Integer.toString(left));
    arc.setLength(-360.0 * left / period);
    pseudoClassStateChanged(LATE, left < SOON);
  }

  private double em() {
    return seconds.getFont().getSize();
  }

  @Override
  protected double computePrefWidth(double height) {
    return snapSizeX(em() * SIZE * (period > 99 ? 1.3 : 1));
  }

  @Override
  protected double computePrefHeight(double width) {
    return computePrefWidth(-1);
  }

  @Override
  protected void layoutChildren() {
    double middle = getWidth() / 2;
    double radius = middle - em() * STROKE;
    track.setCenterX(middle);
    track.setCenterY(middle);
    track.setRadius(radius);
    arc.setCenterX(middle);
    arc.setCenterY(middle);
    arc.setRadiusX(radius);
    arc.setRadiusY(radius);
    track.setStrokeWidth(em() * STROKE * 1.6);
    arc.setStrokeWidth(em() * STROKE * 1.6);
    seconds.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
