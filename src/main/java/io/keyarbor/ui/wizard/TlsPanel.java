package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.ui.control.TextFile;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.task.Background;
import io.keyarbor.ui.view.Fxml;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Which server certificate the tests of this credential accept. */
public final class TlsPanel {
  private static final int LARGEST_FILE = 1 << 20;

  private final FileChoice files;
  private final Background background;
  private final Runnable onChange;
  private final TlsTrust before;
  private final Parent view;

  @FXML private TitledPane pane;
  @FXML private ToggleGroup kind;
  @FXML private RadioButton system;
  @FXML private RadioButton authorities;
  @FXML private RadioButton pinned;
  @FXML private VBox authoritiesBox;
  @FXML private TextArea pem;
  @FXML private VBox pinBox;
  @FXML private TextField fingerprint;
  @FXML private Label fault;

  /** Shows {@code trust}. */
  TlsPanel(TlsTrust trust, FileChoice files, Background background, Runnable onChange) {
    this.before = trust;
    this.files = files;
    this.background = background;
    this.onChange = onChange;
    this.view = Fxml.load(this);
  }

  @FXML
  void initialize() {
    switch (before) {
      case TlsTrust.SystemTrust none -> system.setSelected(true);
      case TlsTrust.Authorities ca -> {
        authorities.setSelected(true);
        pem.setText(ca.pem());
      }
      case TlsTrust.Pin pin -> {
        pinned.setSelected(true);
        fingerprint.setText(pin.sha256());
      }
    }
    show();
    kind.selectedToggleProperty().subscribe((old, now) -> changed());
    pem.textProperty().subscribe((old, now) -> changed());
    fingerprint.textProperty().subscribe((old, now) -> changed());
  }

  /** What is shown. */
  Parent view() {
    return view;
  }

  /** What is chosen. */
  TlsTrust trust() {
    if (authorities.isSelected()) {
      return new TlsTrust.Authorities(pem.getText().strip() + "\n");
    }
    return pinned.isSelected()
        ? new TlsTrust.Pin(Fingerprint.normal(fingerprint.getText()).orElse(""))
        : new TlsTrust.SystemTrust();
  }

  /** Pins the certificate with this fingerprint. */
  void pin(String sha256) {
    fingerprint.setText(sha256);
    pinned.setSelected(true);
  }

  boolean isChanged() {
    return !trust().equals(before);
  }

  /** Names what is missing; true if nothing is. */
  boolean check() {
    String message = "";
    if (authorities.isSelected() && !pem.getText().contains("-----BEGIN CERTIFICATE-----")) {
      message = tr("Paste a certificate in PEM form, or choose its file.");
    } else if (pinned.isSelected() && Fingerprint.normal(fingerprint.getText()).isEmpty()) {
      message = tr("A SHA-256 fingerprint has 64 hexadecimal digits.");
    }
    fault.setText(message);
    fault.setVisible(!message.isEmpty());
    fault.setManaged(!message.isEmpty());
    if (!message.isEmpty()) {
      pane.setExpanded(true);
    }
    return message.isEmpty();
  }

  @FXML
  void load() {
    files
        .open(tr("Choose the certificate file"), Optional.empty())
        .ifPresent(path ->
            background.run(
                () -> TextFile.read(path, LARGEST_FILE),
                this::loaded,
                failure -> {
                  fault.setText(failure.getMessage());
                  fault.setVisible(true);
                  fault.setManaged(true);
                }));
  }

  private void loaded(Secret content) {
    try (content) {
      pem.setText(content.useChars(String::new));
    }
  }

  private void changed() {
    show();
    if (fault.isVisible()) {
      check();
    }
    onChange.run();
  }

  private void show() {
    authoritiesBox.setVisible(authorities.isSelected());
    authoritiesBox.setManaged(authorities.isSelected());
    pinBox.setVisible(pinned.isSelected());
    pinBox.setManaged(pinned.isSelected());
    pane.setText(
        system.isSelected()
            ? tr("Server certificate: as this computer trusts")
            : authorities.isSelected()
                ? tr("Server certificate: by an authority of your own")
                : tr("Server certificate: this one only"));
  }
}
