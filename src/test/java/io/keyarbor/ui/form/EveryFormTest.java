package io.keyarbor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FieldSpec.Option;
import io.keyarbor.template.FieldType;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.testkit.AtOnce;
import io.keyarbor.ui.testkit.OneFile;
import io.keyarbor.ui.testkit.Stagehand;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The form of every service, for each way to log in: a person finds all of its fields. */
class EveryFormTest {
  /** A choice that a person makes; none before the first. */
  private record Choice(String field, String value) {
    static List<Choice> of(ServiceTemplate template) {
      List<Choice> choices = new ArrayList<>();
      choices.add(new Choice("", ""));
      for (FieldSpec field : template.fields()) {
        if (field.type() == FieldType.SELECT && field.when().isEmpty()) {
          field.options().stream()
              .map(Option::value)
              .forEach(value -> choices.add(new Choice(field.name(), value)));
        }
      }
      return choices;
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFieldOfEveryChoiceIsThere() {
    return JsonCatalogue.bundled().all().stream()
        .flatMap(template ->
            Choice.of(template).stream()
                .map(choice ->
                    DynamicTest.dynamicTest(
                        template.serviceType() + " " + choice.value(),
                        () -> hold(template, choice))));
  }

  private static void hold(ServiceTemplate template, Choice choice) {
    FormModel model = new FormModel(template);
    List<String> missing =
        Stagehand.onFx(() -> {
          CredentialForm form = new CredentialForm(template, new OneFile(), new AtOnce());
          if (!choice.field().isEmpty()) {
            form.choose(choice.field(), choice.value());
            model.set(choice.field(), choice.value());
          }
          form.applyCss();
          return model.visible().stream()
              .map(FieldSpec::name)
              .filter(name -> !isThere(form.lookup("#field-" + name)))
              .toList();
        });
    assertTrue(model.visible().stream().anyMatch(f -> !f.label().isBlank()));
    assertEquals(List.of(), missing, template.serviceType() + " " + choice.value());
  }

  private static boolean isThere(Node control) {
    return control != null && control.isVisible() && control.isManaged();
  }
}
