package io.keyarbor.demo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.demo.server.PretendServices.Addresses;
import io.keyarbor.template.Catalogue;
import io.keyarbor.template.FieldSpec;
import io.keyarbor.template.FormModel;
import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoCredentialsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final Catalogue catalogue = JsonCatalogue.bundled();
  private final List<DemoCredential> credentials =
      DemoCredentials.load(new Addresses("http://127.0.0.1:4000", "https://127.0.0.1:4001"), TODAY);

  @AfterEach
  void wipe() {
    credentials.forEach(DemoCredential::close);
  }

  @Test
  void everyCredentialFillsItsFormWithoutFaults() {
    for (DemoCredential credential : credentials) {
      ServiceTemplate template = catalogue.find(credential.serviceType()).orElseThrow();
      FormModel form = new FormModel(template, credential.fields());
      assertEquals(List.of(), form.faults(credential.secrets().keySet()), credential.name());
      Set<String> shown =
          form.visible().stream()
              .filter(FieldSpec::secret)
              .map(FieldSpec::name)
              .collect(Collectors.toSet());
      assertTrue(shown.containsAll(credential.secrets().keySet()), credential.name());
      assertTrue(
          form.values().keySet().containsAll(credential.fields().keySet()), credential.name());
    }
  }

  @Test
  void everyCategoryManyServicesAndSomeNestedGroupsAreShown() {
    Set<String> services =
        credentials.stream().map(DemoCredential::serviceType).collect(Collectors.toSet());
    assertEquals(
        categories(catalogue.all().stream()),
        categories(services.stream().map(s -> catalogue.find(s).orElseThrow())));
    assertTrue(services.size() >= 35, () -> services.size() + " services are shown");
    assertTrue(
        credentials.stream().anyMatch(c -> c.group().equals(List.of("Customers", "Northwind"))));
    assertTrue(credentials.stream().anyMatch(DemoCredential::favourite));
  }

  private static Set<String> categories(Stream<ServiceTemplate> templates) {
    return templates.map(ServiceTemplate::category).collect(Collectors.toSet());
  }

  @Test
  void namesAreUniqueAndSecretsVisiblyFake() {
    Set<String> names = new HashSet<>();
    for (DemoCredential credential : credentials) {
      assertTrue(names.add(credential.name().toLowerCase(Locale.ROOT)), credential.name());
      credential
          .secrets()
          .values()
          .forEach(s -> assertEquals("demo-", s.useChars(c -> new String(c, 0, 5))));
    }
  }

  @Test
  void placesAndDatesAreFilledIn() {
    DemoCredential azure = find("Azure Production");
    assertEquals("http://127.0.0.1:4000/azure/login", azure.fields().get("login_url"));
    assertEquals(Optional.of(TODAY.plusDays(12)), azure.expires());
    assertEquals(Optional.of(TODAY.minusDays(3)), find("Azure Staging").expires());
    assertEquals("https://127.0.0.1:4001", find("Proxmox Edge").fields().get("host"));
    assertTrue(
        credentials.stream()
            .flatMap(c -> c.fields().values().stream())
            .noneMatch(v -> v.contains("{")));
  }

  private DemoCredential find(String name) {
    return credentials.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theIndexListsEveryService() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/demo/services"))) {
      assertEquals(
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".json"))
              .sorted()
              .toList(),
          DemoResource.text("/demo/services/index").lines().toList());
    }
  }
}
