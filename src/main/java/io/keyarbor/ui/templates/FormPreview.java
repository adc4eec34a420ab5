package io.keyarbor.ui.templates;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Prober;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.control.SentView;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.dialog.FileChoice;
import io.keyarbor.ui.form.CredentialForm;
import io.keyarbor.ui.work.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What a template makes: its form, in which a person can try each choice, and the requests that a
 * test would send. Nothing is sent, and what is typed here is kept nowhere.
 */
final class FormPreview extends ScrollPane {
  private final Workspace work;
  private final Prober prober;
  private final FileChoice files;
  private final VBox content = new VBox();
  private final Label stale = note(tr("As it was before the last fault."));
  private final VBox requests = new VBox();
  private Optional<CredentialForm> form = Optional.empty();

  FormPreview(Workspace work, Prober prober, FileChoice files) {
    this.work = work;
    this.prober = prober;
    this.files = files;
    getStyleClass().addAll("preview", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("preview-content");
    requests.getStyleClass().add("requests");
    setContent(content);
    content
        .getChildren()
        .add(note(tr("The form appears here as soon as the template has no fault.")));
  }

  /** Shows what {@code template} makes; an empty one leaves the last good form, and says so. */
  void show(Optional<ServiceTemplate> template) {
    stale.setVisible(template.isEmpty());
    stale.setManaged(template.isEmpty());
    template
        .filter(next -> form.filter(f -> f.template().equals(next)).isEmpty())
        .ifPresent(this::build);
  }

  /** Forgets what was typed. */
  void wipe() {
    form.ifPresent(CredentialForm::wipe);
  }

  private void build(ServiceTemplate template) {
    Map<String, String> typed = form.map(CredentialForm::plain).orElse(Map.of());
    wipe();
    CredentialForm next = new CredentialForm(template, typed, Set.of(), files, work.background());
    form = Optional.of(next);
    next.onChange(this::preview);
    Label name = new Label(template.displayName());
    name.getStyleClass().add("section-heading");
    name.setWrapText(true);
    HBox head = new HBox(new ServiceIcon(Optional.of(template), 2.15), name);
    head.getStyleClass().add("preview-head");
    head.setAlignment(Pos.CENTER_LEFT);
    content.getChildren().setAll(stale, head, next, title(tr("What will be sent")), requests);
    preview();
  }

  private void preview() {
    form.ifPresent(shown -> {
      FieldValues values = withExamples(shown);
      work.background()
          .run(
              () -> {
                try (values) {
                  return prober.preview(shown.template(), values);
                }
              },
              planned -> requests.getChildren().setAll(SentView.of(planned)),
              failure ->
                  requests.getChildren().setAll(note(tr("The requests cannot be shown yet."))));
    });
  }

  /** What is typed, and something in place of keys that are not, to show where they go. */
  private static FieldValues withExamples(CredentialForm form) {
    FieldValues typed = form.values();
    Map<String, Secret> secrets = new HashMap<>(typed.secrets());
    new FormModel(form.template(), typed.plain())
        .visible().stream()
            .filter(field -> field.secret() && field.type() == FieldType.PASSWORD)
            .forEach(field ->
                secrets.computeIfAbsent(
                    field.name(), name -> Secret.takeUtf8("demo-0000".toCharArray())));
    return new FieldValues(typed.plain(), secrets);
  }

  private static Label title(String words) {
    Label title = new Label(words);
    title.getStyleClass().add("section-title");
    return title;
  }

  private static Label note(String words) {
    Label note = new Label(words);
    note.setWrapText(true);
    note.getStyleClass().add("hint");
    return note;
  }
}
