package io.keyarbor.ui.dialog;

import static io.keyarbor.language.Texts.tr;

import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One dialog: a veil over the window and a box in its middle. */
final class DialogBox extends StackPane {
  /** Of text in which Tab is a character, as in code; Ctrl+Tab leaves it. */
  private static final String WRITES_TABS = "code-text";

  private final Runnable onCloseRequest;

  DialogBox(Region content, String title, Runnable onCloseRequest) {
    this.onCloseRequest = onCloseRequest;
    getStyleClass().add("veil");
    Label heading = new Label(title);
    heading.getStyleClass().add("dialog-title");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox header = new HBox(heading, room, cross());
    header.getStyleClass().add("dialog-header");
    header.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = scrolled(content);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox box = new VBox(header, scroll);
    box.getStyleClass().add("dialog-box");
    box.setAccessibleRole(AccessibleRole.DIALOG);
    box.setAccessibleText(title);
    box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren().add(box);
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_PRESSED, this::beforeControls);
  }

  /** With large text in a small window, a dialog is higher than the window. */
  private static ScrollPane scrolled(Region content) {
    ScrollPane scroll = new Scroll(content);
    scroll.getStyleClass().addAll("edge-to-edge", "dialog-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /** As high as its content is at the width it has: what breaks into lines needs more of it. */
  private static final class Scroll extends ScrollPane {
    Scroll(Region content) {
      super(content);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }
  }

  private Button cross() {
    Button cross = new Button(null, new FontIcon("mdi2c-close"));
    cross.setMinWidth(USE_PREF_SIZE);
    cross.getStyleClass().addAll("button-icon", "flat", "dialog-close");
    cross.setTooltip(new Tooltip(tr("Close (Esc)")));
    cross.setAccessibleText(tr("Close"));
    cross.setOnAction(e -> onCloseRequest.run());
    return cross;
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> onCloseRequest.run();
      case ENTER -> enter();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** What some controls would keep to themselves, and a person without a mouse needs. */
  private void beforeControls(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isRows(event.getTarget())) {
      event.consume();
      onCloseRequest.run();
    } else if (event.getCode() == KeyCode.TAB
        && !event.isControlDown()
        && event.getTarget() instanceof TextArea area
        && !area.getStyleClass().contains(WRITES_TABS)) {
      event.consume();
      area.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  /** Lists and tables take Escape as the end of editing, though nothing is edited in them. */
  private static boolean isRows(EventTarget target) {
    return (target instanceof ListView<?> list && list.getEditingIndex() < 0)
        || (target instanceof TableView<?> table && table.getEditingCell() == null)
        || (target instanceof TreeTableView<?> tree && tree.getEditingCell() == null);
  }

  /** Enter presses the button that has the focus, or else the default one of this dialog. */
  private void enter() {
    Scene scene = getScene();
    if (scene.getFocusOwner() instanceof Button focused) {
      focused.fire();
    } else if (defaultButton(this) instanceof Button button) {
      button.fire();
    }
  }

  private static Node defaultButton(Parent parent) {
    for (Node child : parent.getChildrenUnmodifiable()) {
      if (!child.isVisible()) {
        continue;
      }
      if (child instanceof Button button && button.isDefaultButton() && !button.isDisabled()) {
        return button;
      }
      Node inner = child instanceof Parent p ? defaultButton(p) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }
}
