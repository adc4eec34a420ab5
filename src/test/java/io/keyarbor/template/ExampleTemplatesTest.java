package io.keyarbor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.FormModel.FieldFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first five templates ever written for this format go on working as they are. */
class ExampleTemplatesTest {
  private static ServiceTemplate example(String name) throws IOException {
    try (InputStream in =
        ExampleTemplatesTest.class.getResourceAsStream("/templates/examples/" + name + ".json")) {
      TemplateParser.Parsed parsed = new TemplateParser().parse(name, in.readAllBytes());
      assertEquals(List.of(), parsed.faults());
      return parsed.template().orElseThrow();
    }
  }

  private static List<String> shown(FormModel form) {
    return form.visible().stream().map(FieldSpec::name).toList();
  }

  @Test
  void aFormShowsTheFieldsOfTheChosenMethod() throws Exception {
    FormModel form = new FormModel(example("proxmox"));

    assertEquals("Proxmox", form.template().displayName());
    assertEquals("generic", form.template().category());
    assertEquals(List.of("host", "user", "auth_method", "password"), shown(form));
    assertEquals("root@pam", form.value("user"));
    assertEquals("password", form.value("auth_method"));

    form.set("auth_method", "api_token");
    assertEquals(List.of("host", "user", "auth_method", "token_name", "token_value"), shown(form));
    assertTrue(form.visible().getLast().secret());
    assertEquals("API token", form.template().fields().get(2).options().get(1).label());
  }

  @Test
  void aFormNamesWhatIsMissing() throws Exception {
    FormModel form = new FormModel(example("proxmox"));
    form.set("auth_method", "api_token");
    assertEquals(
        List.of(
            new FieldFault("host", "Proxmox Host", ""),
            new FieldFault("token_name", "Token Name", ""),
            new FieldFault("token_value", "Token Secret", "")),
        form.faults(Set.of()));

    form.set("host", "192.0.2.10");
    form.set("token_name", "keyarbor");
    assertEquals(List.of(), form.faults(Set.of("token_value")));
    assertEquals("192.0.2.10", form.summary());
  }

  @Test
  void anOptionalFieldMayStayEmpty() throws Exception {
    FormModel form = new FormModel(example("openai"));
    assertEquals("gpt-4", form.value("model"));
    assertEquals(List.of(), form.faults(Set.of("api_key")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxmox", "azure", "aws", "openai", "anthropic"})
  void eachKeepsItsFieldsInItsSuccessor(String name) throws Exception {
    Set<String> now =
        Set.copyOf(
            JsonCatalogue.bundled().find(name).orElseThrow().fields().stream()
                .map(FieldSpec::name)
                .distinct()
                .toList());
    for (FieldSpec field : example(name).fields()) {
      assertTrue(now.contains(field.name()), field.name());
    }
  }
}
