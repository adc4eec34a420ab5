package io.keyarbor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.keyarbor.language.Texts;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of the templates that come with the app are there in German too. */
class TemplateWordsTest {
  @Test
  void everyNoteLabelChoiceAndHelpIsInTheTable() throws IOException {
    JsonNode table;
    try (InputStream in = Texts.class.getResourceAsStream("de.json")) {
      table = new JsonMapper().readTree(in);
    }
    List<String> missing = new ArrayList<>();
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      Stream.concat(
              template.notes().stream(),
              template.fields().stream().flatMap(TemplateWordsTest::words))
          .filter(text -> !table.has(text))
          .forEach(text -> missing.add(template.serviceType() + ": " + text));
    }
    assertEquals(List.of(), missing);
  }

  /** A choice that is called by its value, such as a region, is the same in every language. */
  private static Stream<String> words(FieldSpec field) {
    return Stream.concat(
            Stream.of(field.label(), field.help()),
            field.options().stream()
                .filter(option -> !option.label().equals(option.value()))
                .map(FieldSpec.Option::label))
        .filter(text -> !text.isEmpty());
  }
}
