package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.key.CertificateFacts;
import io.keyarbor.crypto.key.KeyMaterial;
import io.keyarbor.crypto.key.PrivateKeyFacts;
import io.keyarbor.ui.list.TimeText;
import io.keyarbor.ui.work.Workspace;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a private key and the certificates beside it tell of themselves. */
final class KeyPanel extends VBox {
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
  private static final int MOST_CERTIFICATES = 3;

  private final Workspace work;

  KeyPanel(Workspace work, KeyMaterial material) {
    this.work = work;
    getStyleClass().add("key-panel");
    material.key().ifPresent(this::tell);
    material.certificates().stream().limit(MOST_CERTIFICATES).forEach(this::tell);
    int more = material.certificates().size() - MOST_CERTIFICATES;
    if (more > 0) {
      Label rest = new Label(count(more, "and {0} more certificate", "and {0} more certificates"));
      rest.getStyleClass().add("muted");
      getChildren().add(rest);
    }
  }

  private void tell(PrivateKeyFacts key) {
    fact(tr("Kind of key"), kind(key));
    key.fingerprint()
        .ifPresent(value -> fact(tr("Fingerprint"), value).getStyleClass().add("mono"));
    if (!key.comment().isEmpty()) {
      fact(tr("Comment"), key.comment());
    }
    fact(
        tr("Passphrase"),
        key.encrypted() ? tr("The key is encrypted with one.") : tr("The key has none."));
    key.publicKey().ifPresent(this::offer);
  }

  private static String kind(PrivateKeyFacts key) {
    if (key.kind().isEmpty()) {
      return tr("of a kind that only its passphrase tells");
    }
    return key.bits() == 0 ? key.kind() : tr("{0}, {1} bits", key.kind(), key.bits());
  }

  private void offer(String line) {
    Button copy = new Button(tr("Copy public key"), new FontIcon("mdi2c-content-copy"));
    copy.getStyleClass().add("small");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(e -> {
      work.copying().plain(line);
      work.dialogs().toast(tr("Public key copied"), Optional.empty());
    });
    getChildren().add(copy);
  }

  private void tell(CertificateFacts certificate) {
    fact(tr("Certificate"), certificate.subject());
    fact(tr("Issued by"), certificate.issuer());
    fact(
            tr("Works until"),
            TimeText.full(certificate.notAfter(), work.clock().getZone())
                + ", "
                + DaysLeft.words(certificate.notAfter(), work.clock()))
        .pseudoClassStateChanged(PAST, !certificate.notAfter().isAfter(work.clock().instant()));
    fact(tr("SHA-256 fingerprint"), certificate.sha256().replace(":", " "))
        .getStyleClass()
        .add("mono");
  }

  private Label fact(String label, String value) {
    Label name = new Label(label);
    name.getStyleClass().add("detail-label");
    Label text = new Label(value);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("key-fact");
    text.setAccessibleText(label + ": " + value);
    getChildren().add(new VBox(name, text));
    return text;
  }
}
