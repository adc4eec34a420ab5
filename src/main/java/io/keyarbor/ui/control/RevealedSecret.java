package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Shows a secret, or hides it behind bullets whose number says nothing. Each character is a node of
 * its own, so the scene and the text layout never hold the secret in one piece. Digits and signs
 * have their own colours, which tells {@code 0} from {@code O}; a space is shown as an open box.
 *
 * <p>Long secrets scroll. Hiding after a time is the caller's.
 */
public final class RevealedSecret extends Region {
  private static final int MOST_SHOWN = 8192;
  private static final int BULLETS = 12;

  private final CharacterFlow flow = new CharacterFlow();
  private final ScrollPane scroll = new ScrollPane(flow);
  private boolean shown;

  /** Hidden at first. */
  public RevealedSecret() {
    getStyleClass().add("revealed-secret");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getChildren().add(scroll);
    setAccessibleRole(AccessibleRole.TEXT);
    hide();
  }

  /** Shows {@code secret}, which the caller keeps. */
  public void show(Secret secret) {
    flow.clear();
    shown = true;
    setAccessibleText(tr("Secret, shown on the screen"));
    secret.useChars(chars -> {
      for (int i = 0; i < chars.length && i < MOST_SHOWN; ) {
        int codePoint = Character.codePointAt(chars, i);
        flow.add(codePoint);
        i += Character.charCount(codePoint);
      }
      if (chars.length > MOST_SHOWN) {
        flow.note(
            count(
                chars.length - MOST_SHOWN,
                "… and one more character; copy to get it.",
                "… and {0} more characters; copy to get them."));
      }
      return null;
    });
    scroll.setVvalue(0);
  }

  /** Takes the secret off the screen. */
  public void hide() {
    flow.clear();
    shown = false;
    setAccessibleText(tr("Secret, hidden"));
    for (int i = 0; i < BULLETS; i++) {
      flow.add("•", "letter");
    }
  }

  /** Whether a secret is on the screen. */
  public boolean isShown() {
    return shown;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 80;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected double computePrefHeight(double width) {
    Insets insets = getInsets();
    double wide = width < 0 ? prefWidth(-1) : width;
    double content = flow.prefHeight(wide - insets.getLeft() - insets.getRight());
    double most = flow.lineHeight() * 10;
    return snapSizeY(insets.getTop() + insets.getBottom() + Math.min(content, most));
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    Insets in = getInsets();
    layoutInArea(
        scroll,
        in.getLeft(),
        in.getTop(),
        getWidth() - in.getLeft() - in.getRight(),
        getHeight() - in.getTop() - in.getBottom(),
        0,
        HPos.LEFT,
        VPos.TOP);
  }

  /** One node for each character, in lines that wrap. */
  private static final class CharacterFlow extends Region {
    CharacterFlow() {
      getStyleClass().add("character-flow");
    }

    void clear() {
      getChildren().clear();
    }

    void add(int codePoint) {
      add(visible(codePoint), kind(codePoint));
    }

    void add(String character, String kind) {
      Text text = new Text(character);
      text.getStyleClass().addAll("character", kind);
      getChildren().add(text);
    }

    void note(String words) {
      getChildren().add(new Label(words));
    }

    double lineHeight() {
      return Math.ceil(getChildren().isEmpty() ? 0 : getChildren().getFirst().prefHeight(-1)) + 2;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      return flow(width, false);
    }

    @Override
    protected void layoutChildren() {
      flow(getWidth(), true);
    }

    private double flow(double width, boolean place) {
      double line = lineHeight();
      double x = 0;
      double y = 0;
      for (var child : getChildren()) {
        double wide = child.prefWidth(-1);
        if (x > 0 && x + wide > width) {
          x = 0;
          y += line;
        }
        if (place) {
          child.resizeRelocate(x, y, wide, line);
        }
        x += wide;
        if (child instanceof Text text && text.getText().equals("⏎")) {
          x = 0;
          y += line;
        }
      }
      return y + line;
    }

    private static String visible(int codePoint) {
      return switch (codePoint) {
        case ' ' -> "␣";
        case '\n' -> "⏎";
        case '\t' -> "⇥";
        default -> Character.isISOControl(codePoint) ? "\uFFFD" : Character.toString(codePoint);
      };
    }

    private static String kind(int codePoint) {
      return Character.isDigit(codePoint)
          ? "digit"
          : Character.isLetter(codePoint) ? "letter" : "sign";
    }
  }
}
