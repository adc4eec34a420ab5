package io.keyarbor.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** One line of text with some letters marked; what does not fit ends in three dots. */
final class MarkedText extends Region {
  private final Text dots = new Text("…");
  private final List<Text> runs = new ArrayList<>();

  MarkedText(String style) {
    getStyleClass().addAll("marked", style);
    dots.setTextOrigin(VPos.TOP);
    setMinWidth(0);
    setMaxHeight(USE_PREF_SIZE);
  }

  /**
   * Shows {@code text}.
   *
   * @param marks places of letters in it
   */
  void show(String text, Set<Integer> marks) {
    runs.clear();
    int from = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || marks.contains(i) != marks.contains(from)) {
        runs.add(run(text.substring(from, i), marks.contains(from)));
        from = i;
      }
    }
    List<Node> children = new ArrayList<>(runs);
    children.add(dots);
    getChildren().setAll(children);
  }

  private static Text run(String text, boolean marked) {
    Text run = new Text(text);
    run.setTextOrigin(VPos.TOP);
    if (marked) {
      run.getStyleClass().add("mark");
    }
    return run;
  }

  private double whole() {
    return runs.stream().mapToDouble(run -> run.getLayoutBounds().getWidth()).sum();
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(whole());
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(dots.getLayoutBounds().getHeight());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public double getBaselineOffset() {
    return dots.getBaselineOffset();
  }

  @Override
  protected void layoutChildren() {
    double room = getWidth();
    boolean fits = whole() <= room + 0.5;
    double end = fits ? room + 1 : Math.max(0, room - dots.getLayoutBounds().getWidth());
    double x = 0;
    boolean open = true;
    for (Text run : runs) {
      run.setLayoutX(x);
      x += run.getLayoutBounds().getWidth();
      open &= x <= end;
      run.setClip(open ? null : upTo(end - run.getLayoutX(), run));
    }
    dots.setVisible(!fits);
    dots.setLayoutX(end);
  }

  private static Rectangle upTo(double width, Text run) {
    return new Rectangle(Math.max(0, width), run.getLayoutBounds().getHeight());
  }
}
