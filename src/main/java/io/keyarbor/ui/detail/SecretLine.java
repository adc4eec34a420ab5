package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.ui.control.CopyButton;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.RevealedSecret;
import io.keyarbor.ui.work.Deeds;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.CredentialId;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A secret field: bullets, shown for 20 seconds when asked, copied without being shown. Where it
 * turns out to make one-time codes, or to be a private key or a certificate, that is told with it.
 */
final class SecretLine extends VBox {
  /** How long a secret stays on the screen. */
  static final Duration SHOWN_FOR = Duration.seconds(20);

  private final Workspace work;
  private final CredentialId id;
  private final DetailModel.Line line;
  private final RevealedSecret shown = new RevealedSecret();
  private final IconButton eye = new IconButton("mdi2e-eye-outline", "", this::toggle);
  private final PauseTransition life = new PauseTransition(SHOWN_FOR);

  SecretLine(Workspace work, Deeds deeds, CredentialId id, DetailModel.Line line) {
    this.work = work;
    this.id = id;
    this.line = line;
    getStyleClass().add("detail-line");
    Label label = new Label(line.label());
    label.getStyleClass().add("detail-label");
    HBox.setHgrow(shown, Priority.ALWAYS);
    IconButton copy =
        CopyButton.of(line.label(), () -> deeds.copySecret(id, line.name(), line.label()));
    HBox row = new HBox(shown, eye, copy);
    row.getStyleClass().add("detail-row");
    row.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(label, row);
    life.setOnFinished(e -> hide());
    sceneProperty()
        .subscribe(scene -> {
          if (scene == null) {
            hide();
          }
        });
    hide();
    // What cannot be looked at is told as any secret; whoever asks to see it hears why.
    work.background().run(this::look, this::tell, failure -> {});
  }

  private SecretKind look() {
    return work.session()
        .credentials()
        .secret(id, line.name())
        .map(secret -> {
          try (secret) {
            return SecretKind.of(line.name(), secret);
          }
        })
        .orElseGet(SecretKind.Plain::new);
  }

  private void tell(SecretKind kind) {
    switch (kind) {
      case SecretKind.OneTimeKey codes ->
          getChildren().addFirst(new CodeLine(work, id, line.name(), codes));
      case SecretKind.Keys keys -> getChildren().add(new KeyPanel(work, keys.material()));
      case SecretKind.Plain plain -> {}
    }
  }

  private void toggle() {
    if (shown.isShown()) {
      hide();
      return;
    }
    work.background()
        .run(
            () -> work.session().credentials().secret(id, line.name()),
            this::show,
            work.dialogs()::error);
  }

  private void show(Optional<Secret> found) {
    found.ifPresent(secret -> {
      try (secret) {
        if (getScene() != null) {
          shown.show(secret);
          eye.show("mdi2e-eye-off-outline", tr("Hide {0}", line.label()));
          life.playFromStart();
        }
      }
    });
  }

  /** Takes the secret off the screen. */
  void hide() {
    life.stop();
    shown.hide();
    eye.show("mdi2e-eye-outline", tr("Show {0} for 20 seconds", line.label()));
  }
}
