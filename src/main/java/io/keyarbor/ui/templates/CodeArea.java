package io.keyarbor.ui.templates;

import static io.keyarbor.language.Texts.tr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Text with the numbers of its lines beside it, faulty lines marked. */
final class CodeArea extends Region {
  private final TextArea area = new TextArea();
  private final Pane gutter = new Pane();
  private final Text ruler = new Text("0");
  private Map<Integer, Finding> marks = Map.of();
  private int lines = 1;

  CodeArea() {
    getStyleClass().add("code");
    area.getStyleClass().add("code-text");
    area.setWrapText(false);
    gutter.getStyleClass().add("code-gutter");
    gutter.setAccessibleRole(AccessibleRole.PARENT);
    Rectangle view = new Rectangle();
    view.widthProperty().bind(gutter.widthProperty());
    view.heightProperty().bind(gutter.heightProperty());
    gutter.setClip(view);
    ruler.getStyleClass().add("code-ruler");
    ruler.setVisible(false);
    ruler.setManaged(false);
    getChildren().addAll(gutter, area, ruler);
    area.scrollTopProperty().subscribe(value -> drawNumbers());
    area.textProperty()
        .subscribe(text -> {
          lines = lines(text);
          requestLayout();
        });
  }

  /** The text's own control. */
  TextArea area() {
    return area;
  }

  /** Marks the lines of {@code findings}. */
  void mark(List<Finding> findings) {
    Map<Integer, Finding> byLine = new HashMap<>();
    findings.forEach(f -> byLine.merge(f.line(), f, (a, b) -> a.fatal() ? a : b));
    marks = byLine;
    drawNumbers();
  }

  /** Moves the caret to the start of a line, 1-based, and selects the line. */
  void go(int line) {
    String text = area.getText();
    int start = 0;
    for (int i = 1; i < line && start >= 0; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    int end = text.indexOf('\n', start);
    area.requestFocus();
    area.selectRange(start, end < 0 ? text.length() : end);
    double top = (line - 1) * lineHeight() - area.getHeight() / 3;
    area.setScrollTop(Math.max(0, top));
  }

  @Override
  protected void layoutChildren() {
    Insets in = getInsets();
    double digits = Math.max(3, Integer.toString(lines).length());
    double wide = snapSizeX(digits * ruler.getLayoutBounds().getWidth() + 2 * lineHeight());
    double height = getHeight() - in.getTop() - in.getBottom();
    gutter.resizeRelocate(in.getLeft(), in.getTop(), wide, height);
    area.resizeRelocate(
        in.getLeft() + wide, in.getTop(), getWidth() - wide - in.getLeft() - in.getRight(), height);
    area.layout();
    drawNumbers();
  }

  /** As the text is really laid out, which rounds to pixels; before that, as one line measures. */
  private double lineHeight() {
    return area.lookup(".text") instanceof Text shown && lines == lines(shown.getText())
        ? shown.getLayoutBounds().getHeight() / lines
        : Math.max(1, ruler.getLayoutBounds().getHeight());
  }

  private static int lines(String text) {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }

  /** Draws the numbers of the lines in view only, so that a long text costs no more. */
  private void drawNumbers() {
    double line = lineHeight();
    double top = contentTop() - area.getScrollTop();
    int first = Math.max(1, (int) Math.floor(-top / line) + 1);
    int last = Math.min(lines, (int) Math.ceil((gutter.getHeight() - top) / line));
    gutter.getChildren().clear();
    for (int number = first; number <= last; number++) {
      Label label = number(number);
      label.resizeRelocate(0, top + (number - 1) * line, gutter.getWidth(), line);
      gutter.getChildren().add(label);
    }
  }

  private Label number(int line) {
    Finding mark = marks.get(line);
    Label label = new Label((mark == null ? "" : mark.fatal() ? "✕ " : "! ") + line);
    label.getStyleClass().add("code-number");
    label.setManaged(false);
    if (mark != null) {
      label.getStyleClass().add(mark.fatal() ? "code-fault" : "code-doubt");
      label.setTooltip(new Tooltip(mark.message()));
      label.setAccessibleText(tr("Line {0}: {1}", line, mark.message()));
    }
    return label;
  }

  /** Where the first line begins, as the text's own style pads it. */
  private double contentTop() {
    return area.lookup(".content") instanceof Region content
        ? content.snappedTopInset() + area.snappedTopInset()
        : 0;
  }
}
