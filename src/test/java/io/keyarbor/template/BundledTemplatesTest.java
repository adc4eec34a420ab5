package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.probe.Outcome;
import io.keyarbor.probe.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.IkonHandler;
import tools.jackson.databind.json.JsonMapper;

class BundledTemplatesTest {
  private static final Path FOLDER = Path.of("src/main/resources/templates");

  @Test
  void theIndexListsEveryTemplate() throws Exception {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertEquals(
          files
              .filter(f -> f.toString().endsWith(".json"))
              .map(f -> FOLDER.relativize(f).toString().replace('\\', '/'))
              .filter(f -> !f.equals("template.schema.json"))
              .sorted()
              .toList(),
          BundledTemplates.names());
    }
  }

  @Test
  void everyTemplateFitsTheSchemaAndLiesWhereItsNameSays() {
    TemplateParser parser = new TemplateParser();
    for (String name : BundledTemplates.names()) {
      TemplateParser.Parsed parsed = parser.parse(name, BundledTemplates.bytes(name));
      assertEquals(List.of(), parsed.faults());
      ServiceTemplate template = parsed.template().orElseThrow();
      assertEquals(template.category() + "/" + template.serviceType() + ".json", name);
    }
  }

  @Test
  void noTemplateIsUselessOrDangerous() {
    Set<String> reasons =
        Arrays.stream(Reason.values()).map(Reason::code).collect(Collectors.toSet());
    Set<String> refusals =
        Arrays.stream(Reason.values())
            .filter(r -> r.outcome() == Outcome.INVALID)
            .map(Reason::code)
            .collect(Collectors.toSet());
    TemplateLint lint = new TemplateLint(reasons, refusals);
    assertEquals(
        List.of(),
        JsonCatalogue.bundled().all().stream()
            .flatMap(t -> lint.check(t).stream().map(fault -> t.serviceType() + ", " + fault))
            .toList());
  }

  @Test
  void everyIconExists() {
    List<IkonHandler> handlers =
        ServiceLoader.load(IkonHandler.class).stream().map(ServiceLoader.Provider::get).toList();
    assertFalse(handlers.isEmpty());
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      String icon = template.icon();
      List<IkonHandler> supporting = handlers.stream().filter(h -> h.supports(icon)).toList();
      assertEquals(1, supporting.size(), icon);
      assertEquals(icon, supporting.getFirst().resolve(icon).getDescription());
    }
  }

  @Test
  void theSchemaKnowsTheReasonsOfTheProgram() throws Exception {
    var schema =
        new JsonMapper().readTree(Files.readAllBytes(FOLDER.resolve("template.schema.json")));
    var codes = schema.at("/$defs/rule/properties/reason/enum");
    assertEquals(
        Arrays.stream(Reason.values()).map(Reason::code).toList(),
        codes.values().stream().map(c -> c.asString()).toList());
  }

  @Test
  void everyServiceHasAnAddressThatAPersonCanChange() {
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      if (!template.probes().isEmpty()) {
        assertTrue(
            template.fields().stream().anyMatch(f -> f.type() == FieldType.URL),
            template.serviceType());
      }
    }
  }

  @Test
  void everyFormStartsWithoutFaultsBeyondWhatIsMissing() {
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      for (FormModel.FieldFault fault : new FormModel(template).faults(Set.of())) {
        assertTrue(fault.message().endsWith(" is missing."), fault.message());
      }
    }
  }

  @Test
  void everyChoiceOfEveryFormShowsItsFields() {
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      for (FieldSpec choice : template.fields()) {
        for (FieldSpec.Option option : choice.options()) {
          FormModel form = new FormModel(template);
          choice.when().ifPresent(when -> form.set(when.field(), when.value()));
          form.set(choice.name(), option.value());
          List<String> own =
              template.fields().stream()
                  .filter(f -> f.when().map(w -> isOf(w, choice, option)).orElse(false))
                  .map(FieldSpec::name)
                  .toList();
          List<String> shown = form.visible().stream().map(FieldSpec::name).toList();
          String where = template.serviceType() + ", " + choice.name() + "=" + option.value();
          assertTrue(shown.containsAll(own), where);
          assertEquals(shown.size(), Set.copyOf(shown).size(), where);
          for (FormModel.FieldFault fault : form.faults(Set.of())) {
            assertTrue(fault.message().endsWith(" is missing."), where + ": " + fault.message());
          }
        }
      }
    }
  }

  private static boolean isOf(FieldSpec.Condition when, FieldSpec choice, FieldSpec.Option option) {
    return when.field().equals(choice.name()) && when.value().equals(option.value());
  }

  @Test
  void noVariableIsMadeOfAFieldThatBelongsToAnotherChoice() {
    for (ServiceTemplate template : JsonCatalogue.bundled().all()) {
      for (EnvName env : template.env()) {
        for (String name : names(env.value())) {
          assertTrue(
              template.fields().stream()
                  .filter(f -> f.name().equals(name))
                  .anyMatch(f ->
                      f.when().isEmpty() || env.when().isEmpty() || f.when().equals(env.when())),
              template.serviceType() + ": " + env.name());
        }
      }
    }
  }

  private static List<String> names(EnvName.EnvValue value) {
    return switch (value) {
      case EnvName.EnvValue.Text(String text) -> TextTemplate.names(text);
      case EnvName.EnvValue.File(_, String content) -> TextTemplate.names(content);
      case EnvName.EnvValue.Folder(var files) ->
          files.values().stream().flatMap(f -> TextTemplate.names(f).stream()).toList();
    };
  }
}
