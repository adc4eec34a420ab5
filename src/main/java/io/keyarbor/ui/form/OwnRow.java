package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.crypto.Totp;
import io.keyarbor.transfer.Draft;
import io.keyarbor.ui.control.AttachedFile;
import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.Scrolling;
import io.keyarbor.ui.control.SecretField;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field that a person added: its name, its value, and a fault once they went on. */
final class OwnRow extends VBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

  private final OwnKind kind;
  private final Optional<String> stored;
  private final TextField name = new TextField();
  private final Node value;
  private final Optional<Secret> file;
  private final Label note = new Label();
  private final Original original;
  private boolean left;

  private OwnRow(
      OwnKind kind,
      Original original,
      Optional<String> stored,
      Node value,
      Optional<Secret> file,
      Actions actions) {
    this.kind = kind;
    this.original = original;
    name.setText(original.name());
    this.stored = stored;
    this.value = value;
    this.file = file;
    getStyleClass().addAll("field-row", "own-field");
    name.getStyleClass().add("own-name");
    name.setPromptText(kind == OwnKind.FILE ? tr("Name of the file") : tr("Name of the field"));
    name.setAccessibleText(name.getPromptText());
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(value, Priority.ALWAYS);
    Node entry =
        kind == OwnKind.SECRET
            ? actions
                .loading()
                .beside((SecretField) value, this::label, this::fill, actions::failed)
            : value;
    HBox.setHgrow(entry, Priority.ALWAYS);
    IconButton remove =
        new IconButton("mdi2c-close", tr("Remove this field"), () -> actions.remove(this));
    HBox line = new HBox(name, entry, remove);
    line.getStyleClass().add("own-line");
    line.setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(line, note);
    tellName();
    show("", "");
    name.textProperty()
        .subscribe((before, now) -> {
          tellName();
          actions.changed();
        });
    focusWithinProperty()
        .subscribe((before, now) -> {
          if (before && !now) {
            left = true;
            actions.left();
          }
        });
  }

  /** What a row asks of the form around it. */
  interface Actions {
    FileLoading loading();

    void changed();

    void left();

    void remove(OwnRow row);

    void failed(String message);
  }

  /**
   * What was there before.
   *
   * @param shown what the control made of {@code text}, such as a tab that it leaves out
   */
  private record Original(String name, String text, String shown) {}

  /** A row for a plain value; an empty name means a new one. */
  static OwnRow plain(OwnKind kind, String name, String text, Actions actions) {
    TextInputControl input = kind == OwnKind.LINES ? area() : new TextField();
    input.setText(text);
    OwnRow row =
        new OwnRow(
            kind,
            new Original(name, text, input.getText()),
            Optional.empty(),
            input,
            Optional.empty(),
            actions);
    input.textProperty().subscribe((before, now) -> actions.changed());
    return row;
  }

  /** A row for a new secret. */
  static OwnRow secret(OwnKind kind, String name, Actions actions) {
    OwnRow row = secret(kind, new Original("", "", ""), Optional.empty(), actions);
    row.name.setText(name);
    return row;
  }

  /** A row for a secret that lies in the vault. */
  static OwnRow stored(OwnKind kind, String name, Actions actions) {
    return secret(kind, new Original(name, "", ""), Optional.of(name), actions);
  }

  private static OwnRow secret(
      OwnKind kind, Original original, Optional<String> stored, Actions actions) {
    SecretField input = new SecretField();
    OwnRow row = new OwnRow(kind, original, stored, input, Optional.empty(), actions);
    input.setPromptText(
        stored.isPresent()
            ? tr("Type to replace")
            : kind == OwnKind.CODE ? "otpauth://totp/…" : "");
    input
        .secretLengthProperty()
        .subscribe((before, now) -> {
          // Nobody sees what was typed or pasted, so a fault is told at once.
          row.left |= kind == OwnKind.CODE;
          actions.changed();
        });
    return row;
  }

  /** A row for a new file, whose content it owns from now on. */
  static OwnRow file(String name, Secret content, Actions actions) {
    String size = tr("Attached file, {0}", AttachedFile.sizeText(content.length()));
    return file(
        name, new Original("", "", ""), size, Optional.empty(), Optional.of(content), actions);
  }

  /** A row for a file that lies in the vault. */
  static OwnRow storedFile(String name, Actions actions) {
    Optional<String> stored = Optional.of(Draft.ATTACHMENT + name);
    Original original = new Original(name, "", "");
    return file(name, original, tr("Attached file"), stored, Optional.empty(), actions);
  }

  private static OwnRow file(
      String name,
      Original original,
      String words,
      Optional<String> stored,
      Optional<Secret> content,
      Actions actions) {
    Label size = new Label(words);
    size.getStyleClass().add("own-size");
    size.setMaxWidth(Double.MAX_VALUE);
    OwnRow row = new OwnRow(OwnKind.FILE, original, stored, size, content, actions);
    row.name.setText(name);
    return row;
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(3);
    area.setWrapText(true);
    area.getStyleClass().add("plain-block");
    return area;
  }

  private void tellName() {
    value.setAccessibleText(tr("Value of {0}", label()));
  }

  private void fill(Secret content) {
    if (value instanceof SecretField field) {
      field.setSecret(content);
    }
  }

  OwnKind kind() {
    return kind;
  }

  /** What the person calls it. */
  String label() {
    return name.getText().strip();
  }

  /** The field's name in the vault; an old one stays to the last blank. */
  String field() {
    String called = hasOldName() ? original.name() : label();
    return kind == OwnKind.FILE ? Draft.ATTACHMENT + called : called;
  }

  /** The stored secret's name, while nothing was typed over it. */
  Optional<String> kept() {
    return value instanceof SecretField field && field.secretLengthProperty().get() > 0
        ? Optional.empty()
        : stored;
  }

  /** The plain value; what nobody touched is as it was, to the last blank. */
  String text() {
    String shown = ((TextInputControl) value).getText();
    if (shown.equals(original.shown())) {
      return original.text();
    }
    return kind == OwnKind.LINES ? shown : shown.strip();
  }

  /** Whether it is called what it was called before, whatever that is. */
  boolean hasOldName() {
    return !original.name().isEmpty() && original.name().equals(name.getText());
  }

  /** The secret that was entered, as a copy for the caller to close; empty if there is none. */
  Optional<Secret> secret() {
    if (value instanceof SecretField field) {
      return field.secretLengthProperty().get() == 0
          ? Optional.empty()
          : Optional.of(entered(field));
    }
    return file.map(Secret::copy);
  }

  /** A bare key says by its address what it is where the name of its field does not. */
  private Secret entered(SecretField field) {
    Secret typed = field.secret();
    boolean named = Totp.FIELD_NAMES.contains(label().toLowerCase(Locale.ROOT));
    if (kind != OwnKind.CODE || named || Totp.isAddress(typed)) {
      return typed;
    }
    try (typed) {
      return Totp.address(typed);
    }
  }

  /** What is wrong with the value, as a sentence; empty if nothing is. */
  String valueFault() {
    if (kept().isPresent() || kind == OwnKind.FILE) {
      return "";
    }
    if (value instanceof SecretField field) {
      if (field.secretLengthProperty().get() == 0) {
        return tr("Fill it in, or remove the field.");
      }
      String problem = field.problemProperty().get();
      return problem.isEmpty() && kind == OwnKind.CODE ? OneTimeKey.fault(field) : problem;
    }
    return text().isBlank() && original.name().isEmpty()
        ? tr("Fill it in, or remove the field.")
        : "";
  }

  /** Shows what is wrong once the person went on, and else what a good key makes. */
  void show(String nameFault, String valueFault) {
    String fault = !left ? "" : nameFault.isEmpty() ? valueFault : nameFault;
    String words =
        fault.isEmpty()
                && kind == OwnKind.CODE
                && kept().isEmpty()
                && valueFault.isEmpty()
                && secretLength() > 0
            ? OneTimeKey.words((SecretField) value)
            : fault;
    note.setText(words);
    note.getStyleClass().setAll("label", fault.isEmpty() ? "field-help" : "field-fault");
    note.setVisible(!words.isEmpty());
    note.setManaged(!words.isEmpty());
    boolean wrongName = left && !nameFault.isEmpty();
    name.pseudoClassStateChanged(ERROR, wrongName);
    name.setAccessibleHelp(wrongName ? nameFault : null);
    boolean wrongValue = left && nameFault.isEmpty() && !valueFault.isEmpty();
    value.pseudoClassStateChanged(ERROR, wrongValue);
    value.setAccessibleHelp(wrongValue ? valueFault : words);
  }

  private int secretLength() {
    return value instanceof SecretField field ? field.secretLengthProperty().get() : 0;
  }

  /** From now on a fault is told. */
  void leave() {
    left = true;
  }

  /** Moves the focus to the name, or to the value where the name is fine. */
  void focus(boolean toName) {
    Scrolling.focus(toName || kind == OwnKind.FILE ? name : value);
  }

  /** Zeroes what is secret. */
  void wipe() {
    if (value instanceof SecretField field) {
      field.wipe();
    }
    file.ifPresent(Secret::close);
  }
}
