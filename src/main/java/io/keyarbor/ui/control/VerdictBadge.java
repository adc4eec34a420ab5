package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A verdict told three ways: by shape, by colour and in words. */
public final class VerdictBadge extends HBox {
  private static final List<String> KINDS =
      List.of("valid", "limited", "undecided", "invalid", "never");

  private static final PseudoClass BRIEF = PseudoClass.getPseudoClass("brief");

  private final Label words = new Label();
  private final FontIcon shape = new FontIcon();
  private Optional<Verdict> verdict = Optional.empty();
  private boolean testing;
  private boolean brief;
  private String shown = "";

  /** Says "Never tested" at first. */
  public VerdictBadge() {
    getStyleClass().add("verdict-badge");
    setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(USE_PREF_SIZE);
    show();
  }

  /** Shows {@code verdict}; an empty one means never tested. */
  public void setVerdict(Optional<Verdict> verdict) {
    if (!this.verdict.equals(verdict)) {
      this.verdict = verdict;
      show();
    }
  }

  /** Shows a verdict of which only the reason is known. */
  public void setReason(Reason reason) {
    setVerdict(
        Optional.of(
            new Verdict(
                reason,
                "",
                Instant.EPOCH,
                Duration.ZERO,
                Map.of(),
                List.of(),
                new Expiry.Unknown(),
                List.of(),
                Optional.empty())));
  }

  /** While true, it says that a test is under way; the verdict comes back after. */
  public void setTesting(boolean testing) {
    if (this.testing != testing) {
      this.testing = testing;
      show();
    }
  }

  /** While true, it shows its sign only, where there is no room for words. */
  public void setBrief(boolean brief) {
    if (this.brief != brief) {
      this.brief = brief;
      pseudoClassStateChanged(BRIEF, brief);
      show();
    }
  }

  /** The words for {@code verdict}, as a table may want them. */
  public static String words(Optional<Verdict> verdict) {
    return verdict.map(v -> tr(v.reason().label())).orElseGet(() -> tr("Never tested"));
  }

  /**
   * Which of {@code valid limited undecided invalid never} {@code verdict} is; the token colour is
   * {@code -ka-} and that.
   */
  public static String kind(Optional<Verdict> verdict) {
    return verdict
        .map(Verdict::reason)
        .map(reason ->
            switch (reason.outcome()) {
              case VALID -> reason == Reason.OK ? "valid" : "limited";
              case INVALID -> "invalid";
              case UNDECIDED -> "undecided";
            })
        .orElse("never");
  }

  /** The icon of that shape, coloured by its style class. */
  public static FontIcon icon(Optional<Verdict> verdict) {
    String kind = kind(verdict);
    FontIcon icon = new FontIcon(literal(kind));
    icon.getStyleClass().addAll("verdict-icon", "verdict-" + kind);
    return icon;
  }

  private static String literal(String kind) {
    return switch (kind) {
      case "valid" -> "mdi2c-check-bold";
      case "limited" -> "mdi2c-check-circle-outline";
      case "undecided" -> "mdi2h-help-circle-outline";
      case "invalid" -> "mdi2c-close-thick";
      default -> "mdi2m-minus";
    };
  }

  /** Changes only what differs: rows that scroll by are filled anew many times a second. */
  private void show() {
    String kind = testing ? "never" : kind(verdict);
    if (!kind.equals(shown)) {
      shown = kind;
      getStyleClass().removeAll(KINDS);
      getStyleClass().add(kind);
      shape.setIconLiteral(literal(kind));
      shape.getStyleClass().setAll("ikonli-font-icon", "verdict-icon", "verdict-" + kind);
    }
    words.setText(testing ? tr("Testing…") : words(verdict));
    Node sign = testing ? spinner() : shape;
    List<Node> parts = brief ? List.of(sign) : List.of(sign, words);
    if (!getChildren().equals(parts)) {
      getChildren().setAll(parts);
    }
    setAccessibleText(tr("Status: {0}", words.getText()));
  }

  private static Node spinner() {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("verdict-spinner");
    return spinner;
  }
}
