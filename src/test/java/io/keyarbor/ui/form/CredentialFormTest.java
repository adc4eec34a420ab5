package io.keyarbor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Theme;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.testkit.AtOnce;
import io.keyarbor.ui.testkit.OneFile;
import io.keyarbor.ui.testkit.Stagehand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialFormTest {
  private final JsonCatalogue catalogue = JsonCatalogue.bundled();

  @ParameterizedTest
  @CsvSource({
    "proxmox, LIGHT, 1",
    "kubernetes, DARK, 1",
    "aws, LIGHT, 1.5",
    "generic-login, LIGHT, 1",
    "http-generic, DARK, 1"
  })
  void isGoodToLookAt(String service, Theme theme, double scale) {
    CredentialForm form = form(service, Map.of(), Set.of(), new OneFile());
    try (Stagehand stage = show(form, theme, scale)) {
      Stagehand.onFx(form::check);
      stage.photograph("form-" + service + "-" + theme + "-" + scale);
      assertTrue(Stagehand.onFx(form::faults).size() > 0);
    }
  }

  @Test
  void showsTheFieldsOfTheChoiceAndForgetsNothingTyped() {
    CredentialForm form = form("proxmox", Map.of(), Set.of(), new OneFile());
    try (Stagehand stage = show(form, Theme.LIGHT, 1)) {
      var person = stage.person();
      person.fill("Host", "192.0.2.10");
      person.fill("Token name", "ci");
      person.fill("Token secret", "not-a-real-token".toCharArray());
      person.click("Password");
      person.seeGone("Token name");
      person.fill("#field-password", "not-a-real-password".toCharArray());
      try (FieldValues values = values(form)) {
        assertEquals(Set.of("password"), values.secrets().keySet());
        assertEquals("password", values.plain().get("auth_method"));
      }
      person.click("API token");
      try (FieldValues values = values(form)) {
        assertEquals(
            Map.of(
                "host", "192.0.2.10",
                "user", "root@pam",
                "auth_method", "api_token",
                "token_name", "ci"),
            values.plain());
        assertEquals(
            "not-a-real-token",
            values.secrets().get("token_value").<String, RuntimeException>useChars(String::new));
      }
      assertEquals(List.of(), Stagehand.onFx(form::faults));
    }
  }

  @Test
  void namesAFaultAtItsFieldOnceItWasLeft() {
    CredentialForm form = form("proxmox", Map.of(), Set.of(), new OneFile());
    try (Stagehand stage = show(form, Theme.LIGHT, 1)) {
      var person = stage.person();
      person.click("Host");
      assertFalse(person.sees("Host is missing."));
      person.press("Tab");
      person.see("Host is missing.");
      assertFalse(person.sees("Token name is missing."));
      person.fill("Host", "192.0.2.10");
      person.seeGone("Host is missing.");
      Stagehand.onFx(form::check);
      person.see("Token name is missing.");
      person.see("Token secret is missing.");
    }
  }

  @Test
  void keepsAStoredSecretUntilSomethingIsTyped() {
    CredentialForm form =
        form(
            "proxmox",
            Map.of("host", "192.0.2.10", "token_name", "ci"),
            Set.of("token_value"),
            new OneFile());
    try (Stagehand stage = show(form, Theme.LIGHT, 1)) {
      assertEquals(List.of(), Stagehand.onFx(form::faults));
      assertEquals(Set.of("token_value"), Stagehand.onFx(form::keptSecrets));
      stage.person().see("Type to replace");
      stage.photograph("form-edit");
      stage.person().fill("Token secret", "not-a-real-token".toCharArray());
      assertEquals(Set.of(), Stagehand.onFx(form::keptSecrets));
      assertTrue(Stagehand.onFx(form::isChanged));
    }
  }

  @Test
  void loadsAKeyFromAFileOrSaysWhyNot(@TempDir Path folder) throws Exception {
    Path key = Files.writeString(folder.resolve("client.key"), "KEY\nOF A TEST\n");
    CredentialForm form = form("kubernetes", Map.of(), Set.of(), new OneFile(Optional.of(key)));
    try (Stagehand stage = show(form, Theme.LIGHT, 1)) {
      var person = stage.person();
      person.click("Client certificate");
      person.click("Load Client key from a file");
      try (FieldValues values = values(form)) {
        assertEquals(
            "KEY\nOF A TEST\n",
            values.secrets().get("key").<String, RuntimeException>useChars(String::new));
      }
      Files.write(key, new byte[] {1, -1, 2});
      person.click("Load Client key from a file");
      person.see(key + " is not a text file. Give the text (PEM) form of it.");
    }
  }

  @Test
  void wipesSecretsThatAreShownOrNot() {
    CredentialForm form = form("proxmox", Map.of(), Set.of(), new OneFile());
    try (Stagehand stage = show(form, Theme.LIGHT, 1)) {
      stage.person().fill("Token secret", "not-a-real-token".toCharArray());
      stage.person().click("Password");
      Stagehand.onFx(() -> {
        form.wipe();
        form.choose("auth_method", "api_token");
        return null;
      });
      try (FieldValues values = values(form)) {
        assertEquals(Set.of(), values.secrets().keySet());
      }
      List<FormFault> faults = Stagehand.onFx(form::faults);
      assertTrue(faults.stream().anyMatch(fault -> fault.field().equals("token_value")));
    }
  }

  private CredentialForm form(
      String service, Map<String, String> plain, Set<String> stored, OneFile files) {
    ServiceTemplate template = catalogue.find(service).orElseThrow();
    return Stagehand.onFx(() -> new CredentialForm(template, plain, stored, files, new AtOnce()));
  }

  private static Stagehand show(CredentialForm form, Theme theme, double scale) {
    return Stagehand.show(
        Stagehand.onFx(() -> {
          form.setPadding(new Insets(24));
          ScrollPane scroll = new ScrollPane(form);
          scroll.setFitToWidth(true);
          scroll.setStyle("-fx-background: -ka-surface;");
          return scroll;
        }),
        620,
        700,
        theme,
        scale);
  }

  private static FieldValues values(CredentialForm form) {
    Callable<FieldValues> values = form::values;
    return Stagehand.onFx(values);
  }
}
