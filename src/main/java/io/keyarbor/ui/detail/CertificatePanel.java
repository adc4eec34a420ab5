package io.keyarbor.ui.detail;

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
    Label title = new Label("The server's " + certificate.kind());
    title.getStyleClass().add("section-title");
    getChildren().add(title);
    if (changed) {
      Notice warning = new Notice();
      warning.show(
          "This is not the "
              + certificate.kind()
              + " that you trusted. Either the server got a new one, or"
              + " someone else answers in its place. Nothing was sent. Ask who runs the server"
              + " before you trust it.");
      getChildren().add(warning);
    }
    if (certificate.isBareKey()) {
      getChildren().add(new PlainLine("Key", certificate.subject()));
    } else {
      getChildren()
          .addAll(
              new PlainLine("Issued to", certificate.subject()),
              new PlainLine("Issued by", certificate.issuer()),
              new PlainLine(
                  "Valid",
                  TimeText.full(certificate.notBefore(), zone)
                      + " to "
                      + TimeText.full(certificate.notAfter(), zone)));
    }
    getChildren().add(fingerprint("SHA-256 fingerprint", certificate.sha256()));
    if (changed) {
      getChildren().add(fingerprint("Trusted until now", certificate.pinned()));
    }
    Button button =
        new Button(
            changed
                ? "Trust the new " + certificate.kind() + "…"
                : "Trust this " + certificate.kind());
    button.setOnAction(e -> trust.run());
    getChildren().add(button);
  }

  private static PlainLine fingerprint(String label, String sha256) {
    PlainLine line = new PlainLine(label, sha256.replace(":", " "));
    line.getStyleClass().add("fingerprint");
    return line;
  }
}
