package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.ui.control.Scrolling;
import io.keyarbor.ui.control.SentView;
import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.ui.control.VerdictWords;
import io.keyarbor.ui.form.CredentialForm;
import io.keyarbor.ui.view.Fxml;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Tests what is in the form before it is saved, and shows what that sends and what it found. */
public final class TestPanel {
  private final Surroundings around;
  private final CredentialForm form;
  private final Supplier<Callable<FieldValues>> source;
  private final TlsPanel tls;
  private final TestRun run;
  private final Parent view;

  @FXML private Button test;
  @FXML private VerdictBadge badge;
  @FXML private Label detail;
  @FXML private GridPane identity;
  @FXML private VBox certificate;
  @FXML private Label certificateWarning;
  @FXML private GridPane certificateFacts;
  @FXML private Button trust;
  @FXML private TitledPane sent;
  @FXML private VBox requests;

  /**
   * The panel.
   *
   * @param source takes what is entered; what it gives is always called, and closes its values
   */
  TestPanel(
      Surroundings around,
      CredentialForm form,
      Supplier<Callable<FieldValues>> source,
      TlsPanel tls) {
    this.around = around;
    this.form = form;
    this.source = source;
    this.tls = tls;
    this.run = new TestRun(around.prober(), around.background(), this::told);
    this.view = Fxml.load(this);
  }

  @FXML
  void initialize() {
    sent.expandedProperty().subscribe(expanded -> preview());
    show();
  }

  /** What is shown. */
  Parent view() {
    return view;
  }

  /** The test and its verdict. */
  TestRun run() {
    return run;
  }

  /** Ends a test under way, for the panel is going away. */
  void stop() {
    run.cancel();
  }

  /** The form was changed. */
  void outdate() {
    run.outdate();
    preview();
  }

  @FXML
  void testOrCancel() {
    if (run.isRunning()) {
      run.cancel();
      return;
    }
    boolean certificate = tls.check();
    if (form.check() && certificate) {
      run.start(form.template(), source.get(), tls.trust(), around.dialogs()::error);
    }
  }

  @FXML
  void trustCertificate() {
    untrusted()
        .ifPresent(found -> {
          tls.pin(found.sha256());
          testOrCancel();
        });
  }

  private Optional<ServerCertificate> untrusted() {
    return run.verdict()
        .filter(verdict -> verdict.reason() == Reason.TLS_UNTRUSTED)
        .flatMap(Verdict::certificate);
  }

  /** What the test found may lie below the edge; it is seen once it has its place. */
  private void told() {
    show();
    if (run.verdict().isPresent() && view.getScene() != null) {
      view.applyCss();
      view.getScene().getRoot().layout();
      Scrolling.reveal(untrusted().isPresent() ? certificate : view);
    }
  }

  private void show() {
    test.setText(run.isRunning() ? tr("Cancel test") : tr("Test connection"));
    badge.setTesting(run.isRunning());
    badge.setVerdict(run.verdict());
    badge.setVisible(run.isRunning() || run.verdict().isPresent());
    String words =
        run.verdict()
            .map(TestPanel::words)
            .orElse(run.isRunning() ? "" : tr("See whether it works before you save it."));
    detail.setText(words);
    Facts.show(identity, run.verdict().map(Facts::of).orElse(Facts.NONE));
    Optional<ServerCertificate> found = untrusted();
    certificate.setVisible(found.isPresent());
    certificate.setManaged(found.isPresent());
    Facts.show(certificateFacts, found.map(Facts::of).orElse(Facts.NONE));
    boolean other = found.filter(c -> !c.pinned().isEmpty()).isPresent();
    boolean key = found.filter(ServerCertificate::isBareKey).isPresent();
    certificateWarning.setText(
        other
            ? changedWords(key)
            : tr("Compare the fingerprint with the one that the server's owner tells you."));
    certificateWarning.getStyleClass().setAll("label", other ? "field-fault" : "field-help");
    trust.setText(trustWords(key, other));
  }

  private static String changedWords(boolean key) {
    return key
        ? tr(
            "This is not the key that you trusted before. Someone may be listening in. Trust it"
                + " only if you know why it changed.")
        : tr(
            "This is not the certificate that you trusted before. Someone may be listening in."
                + " Trust it only if you know why it changed.");
  }

  private static String trustWords(boolean key, boolean other) {
    if (other) {
      return key ? tr("Trust the new key") : tr("Trust the new certificate");
    }
    return key ? tr("Trust this key") : tr("Trust this certificate");
  }

  private static String words(Verdict verdict) {
    String words = VerdictWords.of(verdict);
    return verdict.took().isZero() ? words : tr("{0} ({1} ms)", words, verdict.took().toMillis());
  }

  private void preview() {
    if (!sent.isExpanded()) {
      return;
    }
    if (!form.faults().isEmpty()) {
      requests.getChildren().setAll(Facts.note(tr("Fill in the form first.")));
      return;
    }
    Callable<FieldValues> values = source.get();
    around
        .background()
        .run(
            () -> {
              try (FieldValues lent = values.call()) {
                return around.prober().preview(form.template(), lent);
              }
            },
            planned -> requests.getChildren().setAll(SentView.of(planned)),
            around.dialogs()::error);
  }
}
