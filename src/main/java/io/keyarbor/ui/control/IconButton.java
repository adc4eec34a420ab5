package io.keyarbor.ui.control;

import atlantafx.base.theme.Styles;
import javafx.beans.NamedArg;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button that is an icon, and says in a tooltip and to assistive technology what it does. */
public final class IconButton extends Button {
  /**
   * A flat button.
   *
   * @param icon name of the icon in an Ikonli pack
   * @param says what it does, e.g. {@code Copy the token}
   */
  public IconButton(@NamedArg("icon") String icon, @NamedArg("says") String says) {
    getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "icon-button");
    setMinSize(28, 28);
    show(icon, says);
  }

  /** A flat button with its action. */
  public IconButton(String icon, String says, Runnable action) {
    this(icon, says);
    setOnAction(event -> action.run());
  }

  /** Changes what it looks like and says, e.g. from "Show" to "Hide". */
  public void show(String icon, String says) {
    if (getGraphic() instanceof FontIcon shown) {
      shown.setIconLiteral(icon);
    } else {
      setGraphic(new FontIcon(icon));
    }
    if (getTooltip() == null) {
      setTooltip(new Tooltip(says));
    } else {
      getTooltip().setText(says);
    }
    setAccessibleText(says);
  }
}
