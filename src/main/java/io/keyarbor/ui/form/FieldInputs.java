package io.keyarbor.ui.form;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldSpec.Option;
import io.keyarbor.template.FieldType;
import io.keyarbor.ui.control.SecretField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;

/** Makes the control for a field from what its template says. */
final class FieldInputs {
  private static final int RADIOS_AT_MOST = 3;

  private FieldInputs() {}

  /**
   * A control.
   *
   * @param onChange called after each change
   * @param failed told why a file could not be loaded; empty words once one was
   */
  static FieldInput of(
      FieldSpec field, FileLoading loading, Runnable onChange, Consumer<String> failed) {
    if (field.secret()) {
      return secret(field, loading, onChange, failed);
    }
    return switch (field.type()) {
      case SELECT ->
          field.required() && field.options().size() <= RADIOS_AT_MOST
              ? radios(field, onChange)
              : choice(field, onChange);
      case BOOLEAN -> flag(field, onChange);
      case MULTILINE -> text(area(), field, onChange);
      case FILE -> file(field, loading, onChange, failed);
      case TEXT, PASSWORD, URL, NUMBER -> text(new TextField(), field, onChange);
    };
  }

  private static FieldInput secret(
      FieldSpec field, FileLoading loading, Runnable onChange, Consumer<String> failed) {
    SecretField input = new SecretField();
    input.setPromptText(field.placeholder());
    input.secretLengthProperty().subscribe((before, now) -> onChange.run());
    input.problemProperty().subscribe((before, now) -> onChange.run());
    boolean fromFile = field.type() == FieldType.FILE || field.type() == FieldType.MULTILINE;
    Node node =
        fromFile ? loading.beside(input, () -> tr(field.label()), input::setSecret, failed) : input;
    return new FieldInput(node, input, () -> "", text -> {}, Optional.of(input));
  }

  private static FieldInput text(TextInputControl input, FieldSpec field, Runnable onChange) {
    input.setPromptText(field.placeholder());
    input.textProperty().subscribe((before, now) -> onChange.run());
    return new FieldInput(input, input, input::getText, input::setText, Optional.empty());
  }

  private static FieldInput file(
      FieldSpec field, FileLoading loading, Runnable onChange, Consumer<String> failed) {
    FieldInput input = text(area(), field, onChange);
    Consumer<Secret> fill = content -> input.show().accept(content.useChars(String::new));
    return new FieldInput(
        loading.beside((TextArea) input.target(), () -> tr(field.label()), fill, failed),
        input.target(),
        input.text(),
        input.show(),
        Optional.empty());
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(3);
    area.setWrapText(true);
    area.getStyleClass().add("plain-block");
    return area;
  }

  private static FieldInput radios(FieldSpec field, Runnable onChange) {
    ToggleGroup group = new ToggleGroup();
    FlowPane pane = new FlowPane();
    pane.getStyleClass().add("choices");
    for (Option option : field.options()) {
      RadioButton radio = new RadioButton(tr(option.label()));
      radio.setMnemonicParsing(false);
      radio.setAccessibleText(tr(field.label()) + ": " + tr(option.label()));
      radio.setUserData(option.value());
      radio.setToggleGroup(group);
      pane.getChildren().add(radio);
    }
    group.selectedToggleProperty().subscribe((before, now) -> onChange.run());
    return new FieldInput(
        pane,
        pane.getChildren().getFirst(),
        () ->
            group.getSelectedToggle() == null
                ? ""
                : (String) group.getSelectedToggle().getUserData(),
        value ->
            group.getToggles().stream()
                .filter(toggle -> value.equals(toggle.getUserData()))
                .forEach(group::selectToggle),
        Optional.empty());
  }

  private static FieldInput choice(FieldSpec field, Runnable onChange) {
    ComboBox<Option> box = new ComboBox<>();
    List<Option> options = new ArrayList<>();
    field.options().forEach(option -> options.add(new Option(option.value(), tr(option.label()))));
    if (!field.required() && options.stream().noneMatch(o -> o.value().isEmpty())) {
      options.addFirst(new Option("", tr("Not set")));
    }
    box.getItems().setAll(options);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Option option) {
            return option == null ? "" : option.label();
          }

          @Override
          public Option fromString(String label) {
            throw new UnsupportedOperationException();
          }
        });
    box.valueProperty().subscribe((before, now) -> onChange.run());
    return new FieldInput(
        box,
        box,
        () -> box.getValue() == null ? "" : box.getValue().value(),
        value ->
            options.stream()
                .filter(o -> o.value().equals(value))
                .findFirst()
                .ifPresent(box::setValue),
        Optional.empty());
  }

  private static FieldInput flag(FieldSpec field, Runnable onChange) {
    CheckBox box = new CheckBox(tr(field.label()));
    box.setMnemonicParsing(false);
    box.selectedProperty().subscribe((before, now) -> onChange.run());
    return new FieldInput(
        box,
        box,
        () -> Boolean.toString(box.isSelected()),
        value -> box.setSelected(Boolean.parseBoolean(value)),
        Optional.empty());
  }
}
