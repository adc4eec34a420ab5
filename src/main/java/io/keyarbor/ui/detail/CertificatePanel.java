package io.keyarbor.ui.detail;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.list.TimeText;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The certificate of a server that is not trusted, and the choice to trust just that one. */
final class CertificatePanel extends VBox {
  CertificatePanel(ServerCertificate certificate, ZoneId zone, Runnable trust) {
    getStyleClass().add("certificate");
    boolean changed = !certificate.pinned().isEmpty();
    Label title =
        new Label(
            certificate.isBareKey() ? tr("The server's key") : tr("The server's certificate"));
    title.getStyleClass().add("section-title");
    getChildren().add(title);
    if (changed) {
      Notice warning = new Notice();
      warning.show(
          certificate.isBareKey()
              ? tr(
                  "This is not the key that you trusted. Either the server got a new one, or"
                      + " someone else answers in its place. Nothing was sent. Ask who runs the"
                      + " server before you trust it.")
              : tr(
                  "This is not the certificate that you trusted. Either the server got a new one,"
                      + " or someone else answers in its place. Nothing was sent. Ask who runs the"
                      + " server before you trust it."));
      getChildren().add(warning);
    }
    if (certificate.isBareKey()) {
      getChildren().add(new PlainLine(tr("Key"), certificate.subject()));
    } else {
      getChildren()
          .addAll(
              new PlainLine(tr("Issued to"), certificate.subject()),
              new PlainLine(tr("Issued by"), certificate.issuer()),
              new PlainLine(
                  tr("Valid"),
                  tr(
                      "{0} to {1}",
                      TimeText.full(certificate.notBefore(), zone),
                      TimeText.full(certificate.notAfter(), zone))));
    }
    getChildren().add(fingerprint(tr("SHA-256 fingerprint"), certificate.sha256()));
    if (changed) {
      getChildren().add(fingerprint(tr("Trusted until now"), certificate.pinned()));
    }
    Button button =
        new Button(
            changed
                ? trustNew(certificate) + "…"
                : certificate.isBareKey() ? tr("Trust this key") : tr("Trust this certificate"));
    button.setOnAction(e -> trust.run());
    getChildren().add(button);
  }

  /** What trusting another one than before is called. */
  static String trustNew(ServerCertificate certificate) {
    return certificate.isBareKey() ? tr("Trust the new key") : tr("Trust the new certificate");
  }

  private static PlainLine fingerprint(String label, String sha256) {
    PlainLine line = new PlainLine(label, sha256.replace(":", " "));
    line.getStyleClass().add("fingerprint");
    return line;
  }
}
