package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Totp;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldType;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One field of a form: its label, its control, its help, and its fault once it was left. */
final class FieldRow extends VBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

  private final FieldSpec field;
  private final FieldInput input;
  private final String label;
  private final String help;
  private final Label fault = new Label();
  private final Button forget = new Button(tr("Remove"));
  private boolean left;
  private boolean kept;

  FieldRow(FieldSpec field, FieldInput input, Runnable onLeave, Runnable onForget) {
    this.field = field;
    this.input = input;
    this.label = tr(field.label());
    this.help = field.help().isEmpty() ? "" : tr(field.help());
    getStyleClass().add("field-row");
    input.target().setId("field-" + field.name());
    if (!(input.target() instanceof ButtonBase)) {
      input.target().setAccessibleText(field.required() ? label : tr("{0}, optional", label));
    }
    if (field.type() != FieldType.BOOLEAN) {
      getChildren().add(heading(onForget));
    }
    getChildren().add(input.node());
    if (!help.isEmpty()) {
      getChildren().add(note(help, "field-help"));
    }
    fault.getStyleClass().add("field-fault");
    fault.setWrapText(true);
    fault.setMinHeight(USE_PREF_SIZE);
    getChildren().add(fault);
    showFault("");
    focusWithinProperty()
        .subscribe((before, now) -> {
          if (before && !now) {
            left = true;
            onLeave.run();
          }
        });
  }

  FieldSpec field() {
    return field;
  }

  FieldInput input() {
    return input;
  }

  /** Whether the person was here and went on, so that a fault may be told. */
  boolean wasLeft() {
    return left;
  }

  /** From now on a fault is told. */
  void leave() {
    left = true;
  }

  /** Whether it stands for a stored secret that nothing was typed over. */
  boolean isKept() {
    return kept && input.secret().orElseThrow().secretLengthProperty().get() == 0;
  }

  /** The field stands for a stored secret until something is typed. */
  void setKept(boolean kept) {
    this.kept = kept;
    input
        .secret()
        .ifPresent(
            secret -> secret.setPromptText(kept ? tr("Type to replace") : field.placeholder()));
    forget.setVisible(kept && !field.required());
  }

  /** Whether a secret is here, typed or kept. */
  boolean holdsSecret() {
    return input.secret().isPresent()
        && (isKept() || input.secret().get().secretLengthProperty().get() > 0);
  }

  /** Whether what belongs here makes one-time codes. */
  boolean makesCodes() {
    return field.secret() && Totp.FIELD_NAMES.contains(field.name());
  }

  /** What is wrong with the secret that was typed, as a sentence; empty if nothing is. */
  String problem() {
    return input
        .secret()
        .filter(typed ->
            !typed.problemProperty().get().isEmpty() || typed.secretLengthProperty().get() > 0)
        .map(typed -> {
          String problem = typed.problemProperty().get();
          return problem.isEmpty() && makesCodes() ? OneTimeKey.fault(typed) : problem;
        })
        .orElse("");
  }

  void showFault(String message) {
    fault.setText(message);
    fault.setVisible(!message.isEmpty());
    fault.setManaged(!message.isEmpty());
    input.target().pseudoClassStateChanged(ERROR, !message.isEmpty());
    input.target().setAccessibleHelp((message + " " + help).strip());
  }

  private HBox heading(Runnable onForget) {
    Label name = new Label(label);
    name.getStyleClass().add("field-label");
    name.setLabelFor(input.target());
    HBox heading = new HBox(name);
    heading.getStyleClass().add("field-heading");
    heading.setAlignment(Pos.BASELINE_LEFT);
    if (!field.required()) {
      heading.getChildren().add(note(tr("optional"), "field-optional"));
    }
    if (field.secret()) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      forget.setId("forget-" + field.name());
      forget.getStyleClass().addAll("flat", "small");
      forget.setAccessibleText(tr("Remove the stored {0}", label));
      forget.setVisible(false);
      forget.managedProperty().bind(forget.visibleProperty());
      forget.setOnAction(event -> {
        setKept(false);
        onForget.run();
      });
      heading.getChildren().addAll(space, forget);
    }
    return heading;
  }

  private static Label note(String words, String styleClass) {
    Label note = new Label(words);
    note.getStyleClass().add(styleClass);
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    return note;
  }
}
