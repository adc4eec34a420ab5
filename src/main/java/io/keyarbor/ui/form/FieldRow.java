package io.keyarbor.ui.form;

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
  private final Label fault = new Label();
  private final Button forget = new Button("Remove");
  private boolean left;
  private boolean kept;

  FieldRow(FieldSpec field, FieldInput input, Runnable onLeave, Runnable onForget) {
    this.field = field;
    this.input = input;
    getStyleClass().add("field-row");
    input.target().setId("field-" + field.name());
    if (!(input.target() instanceof ButtonBase)) {
      input.target().setAccessibleText(field.label() + (field.required() ? "" : ", optional"));
    }
    if (field.type() != FieldType.BOOLEAN) {
      getChildren().add(heading(onForget));
    }
    getChildren().add(input.node());
    if (!field.help().isEmpty()) {
      Label help = note(field.help(), "field-help");
      input.target().setAccessibleHelp(field.help());
      getChildren().add(help);
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
        .ifPresent(secret ->
            secret.setPromptText(kept ? "Unchanged; type to replace it" : field.placeholder()));
    forget.setVisible(kept && !field.required());
  }

  /** Whether a secret is here, typed or kept. */
  boolean holdsSecret() {
    return input.secret().isPresent()
        && (isKept() || input.secret().get().secretLengthProperty().get() > 0);
  }

  void showFault(String message) {
    fault.setText(message);
    fault.setVisible(!message.isEmpty());
    fault.setManaged(!message.isEmpty());
    input.target().pseudoClassStateChanged(ERROR, !message.isEmpty());
    input.target().setAccessibleHelp((message + " " + field.help()).strip());
  }

  private HBox heading(Runnable onForget) {
    Label label = new Label(field.label());
    label.getStyleClass().add("field-label");
    label.setLabelFor(input.target());
    HBox heading = new HBox(label);
    heading.getStyleClass().add("field-heading");
    heading.setAlignment(Pos.BASELINE_LEFT);
    if (!field.required()) {
      heading.getChildren().add(note("optional", "field-optional"));
    }
    if (field.secret()) {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      forget.setId("forget-" + field.name());
      forget.getStyleClass().addAll("flat", "small");
      forget.setAccessibleText("Remove the stored " + field.label());
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
