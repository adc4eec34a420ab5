package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.KeyRecogniser;
import io.keyarbor.template.KeyRecogniser.Guess;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.form.CredentialForm;
import io.keyarbor.ui.form.OwnFields;
import io.keyarbor.ui.view.Fxml;
import io.keyarbor.ui.work.ServiceLinks;
import io.keyarbor.vault.Credential;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Second page: the service's form, and the test of what is in it. */
public final class ConnectStep implements Step {
  private final Surroundings around;
  private final Optional<Credential> before;
  private final CredentialForm form;
  private final OwnFields own;
  private final TestPanel test;
  private final TlsPanel tls;
  private final Parent view;

  @FXML private StackPane iconPlace;
  @FXML private Label service;
  @FXML private HBox links;
  @FXML private VBox notes;
  @FXML private VBox body;

  /**
   * The step.
   *
   * @param before the credential that is edited
   */
  ConnectStep(Surroundings around, ServiceTemplate template, Optional<Credential> before) {
    this.around = around;
    this.before = before;
    this.form =
        new CredentialForm(
            template,
            before.map(c -> c.details().fields()).orElse(Map.of()),
            before.map(Credential::secretFields).orElse(Set.of()),
            around.files(),
            around.background());
    this.own =
        new OwnFields(
            template,
            before.map(c -> c.details().fields()).orElse(Map.of()),
            before.map(Credential::secretFields).orElse(Set.of()),
            around.files(),
            around.background());
    TlsTrust trust = before.map(c -> c.details().trust()).orElse(new TlsTrust.SystemTrust());
    this.tls = new TlsPanel(trust, around.files(), around.background(), this::edited);
    this.test = new TestPanel(around, form, this::source, tls);
    this.view = Fxml.load(this);
  }

  @FXML
  void initialize() {
    ServiceTemplate template = form.template();
    iconPlace.getChildren().add(new ServiceIcon(Optional.of(template), 2.15));
    service.setText(template.displayName());
    for (String note : template.notes()) {
      Label line = new Label("•  " + tr(note));
      line.setWrapText(true);
      line.setMinHeight(Label.USE_PREF_SIZE);
      notes.getChildren().add(line);
    }
    notes.setManaged(!template.notes().isEmpty());
    notes.setVisible(notes.isManaged());
    form.onChange(this::edited);
    body.getChildren().addAll(form, own, test.view(), tls.view());
    showLinks();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public void entered() {
    form.focusFirst();
  }

  @Override
  public boolean check() {
    boolean certificate = tls.check();
    // The first of them has the focus in the end.
    boolean others = own.check();
    return form.check() && others && certificate;
  }

  @Override
  public boolean isChanged() {
    return form.isChanged() || own.isChanged() || tls.isChanged();
  }

  @Override
  public void wipe() {
    test.stop();
    form.wipe();
    own.wipe();
  }

  /** Fills in what a recognised text holds; the caller closes it. */
  void fill(Guess guess, KeyRecogniser recogniser, Secret text) {
    guess.choices().forEach(choice -> form.choose(choice.field(), choice.value()));
    try (FieldValues values = recogniser.read(guess, text)) {
      form.setValues(values);
    }
  }

  CredentialForm form() {
    return form;
  }

  /** The fields beside those of the form. */
  OwnFields own() {
    return own;
  }

  TlsTrust trust() {
    return tls.trust();
  }

  TestRun test() {
    return test.run();
  }

  /** What is in the form now, with kept secrets read only when asked for, off this thread. */
  private Callable<FieldValues> source() {
    FieldValues entered = form.values();
    Set<String> kept = form.keptSecrets();
    Saver saver = new Saver(around.session());
    return () -> saver.complete(before, entered, kept);
  }

  private void edited() {
    test.outdate();
    showLinks();
  }

  /** Where a secret is made may depend on what is in the form, such as the server's address. */
  private void showLinks() {
    Links.show(
        links,
        around.browser(),
        ServiceLinks.createKey(form.template(), form.plain()),
        ServiceLinks.documentation(form.template()));
  }
}
