package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.ui.control.CopyButton;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.CredentialId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The one-time code of the moment: bullets, shown for 20 seconds when asked, copied without being
 * shown. The key is read for each code anew, and no code is kept that is not on the screen.
 */
final class CodeLine extends VBox {
  private final Workspace work;
  private final CredentialId id;
  private final String field;
  private final int period;
  private final CodeDigits now;
  private final CodeDigits next;
  private final HBox after;
  private final CountdownRing ring;
  private final IconButton eye = new IconButton("mdi2e-eye-outline", "", this::toggle);
  private final PauseTransition life = new PauseTransition(SecretLine.SHOWN_FOR);
  private Optional<Instant> shown = Optional.empty();

  /** Codes of the key in that field. */
  CodeLine(Workspace work, CredentialId id, String field, SecretKind.OneTimeKey kind) {
    this.work = work;
    this.id = id;
    this.field = field;
    period = kind.period();
    now = new CodeDigits(kind.digits());
    next = new CodeDigits(kind.digits());
    ring = new CountdownRing(period);
    getStyleClass().add("detail-line");
    Label label = new Label(tr("One-time code"));
    label.getStyleClass().add("detail-label");
    Label then = new Label(tr("then"));
    then.getStyleClass().add("muted");
    after = new HBox(then, next);
    after.getStyleClass().add("next-code");
    after.setAlignment(Pos.BASELINE_RIGHT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(label, gap, after);
    head.setAlignment(Pos.BASELINE_LEFT);
    HBox.setHgrow(now, Priority.ALWAYS);
    IconButton copy = CopyButton.of(tr("the one-time code"), this::copy);
    HBox row = new HBox(now, ring, eye, copy);
    row.getStyleClass().add("detail-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, row);
    life.setOnFinished(e -> hide());
    Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), e -> tick()));
    seconds.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            seconds.stop();
            hide();
          } else {
            seconds.play();
          }
        });
    hide();
    tick();
  }

  private Instant moment() {
    return work.clock().instant();
  }

  /** When the code of {@code moment} began to hold. */
  private Instant begin(Instant moment) {
    return moment.minusSeconds(Math.floorMod(moment.getEpochSecond(), (long) period));
  }

  private void tick() {
    Instant moment = moment();
    int left = Totp.secondsLeft(period, moment);
    ring.show(left);
    shown.ifPresent(at -> {
      boolean late = left < CountdownRing.SOON;
      if (!begin(at).equals(begin(moment))) {
        reveal(moment);
      } else if (late && !after.isVisible()) {
        code(moment.plusSeconds(period), code -> showNext(moment, code));
      }
    });
  }

  private void toggle() {
    if (shown.isPresent()) {
      hide();
    } else {
      reveal(moment());
      life.playFromStart();
    }
  }

  private void reveal(Instant moment) {
    shown = Optional.of(moment);
    eye.show("mdi2e-eye-off-outline", tr("Hide the one-time code"));
    hideNext();
    code(
        moment,
        code -> {
          if (shown.equals(Optional.of(moment)) && getScene() != null) {
            now.show(code);
          }
        });
  }

  private void showNext(Instant asked, Secret code) {
    if (shown.filter(at -> begin(at).equals(begin(asked))).isPresent() && getScene() != null) {
      next.show(code);
      after.setVisible(true);
    }
  }

  private void hideNext() {
    next.hide();
    after.setVisible(false);
  }

  /** Takes the codes off the screen. */
  void hide() {
    life.stop();
    shown = Optional.empty();
    now.hide();
    hideNext();
    eye.show("mdi2e-eye-outline", tr("Show the one-time code for 20 seconds"));
  }

  private void copy() {
    Instant moment = moment();
    code(
        moment,
        code -> {
          work.copying().secret(code);
          work.dialogs()
              .toast(
                  tr("One-time code copied; it holds for {0} s", Totp.secondsLeft(period, moment)),
                  Optional.empty());
        });
  }

  /** Makes the code of {@code moment} off the JavaFX thread; it is wiped after {@code use}. */
  private void code(Instant moment, Consumer<Secret> use) {
    work.background()
        .run(
            () ->
                work.session()
                    .credentials()
                    .secret(id, field)
                    .map(key -> {
                      try (key) {
                        return Totp.read(key).code(moment);
                      }
                    }),
            made -> {
              if (made.isPresent()) {
                try (Secret code = made.get()) {
                  use.accept(code);
                }
              }
            },
            work.dialogs()::error);
  }
}
