package io.keyarbor.ui.wizard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.template.JsonCatalogue;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.list.CategoryTitle;
import io.keyarbor.ui.work.GroupChoice;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WizardPartsTest {
  private final ServiceList services = new ServiceList(JsonCatalogue.bundled());

  @Test
  void findsAServiceByAnyOfItsWordsInAnyCase() {
    assertEquals(List.of("proxmox"), found("PROX"));
    assertEquals(List.of("proxmox"), found("virtual prox"));
    assertEquals(List.of(), found("no such service"));
    assertTrue(found("ai").contains("openai"));
  }

  @Test
  void listsEveryServiceOnceWithTheGenericOnesLast() {
    List<String> all = found("");
    assertEquals(JsonCatalogue.bundled().all().size(), all.size());
    assertEquals(all.size(), Set.copyOf(all).size());
    assertEquals("Generic", services.sections("").getLast().title());
  }

  @Test
  void makesTitlesOfCategories() {
    assertEquals("AI", CategoryTitle.of("ai"));
    assertEquals("Source code", CategoryTitle.of("source_code"));
  }

  @Test
  void proposesANameThatIsFree() {
    assertEquals("GitHub", NameProposal.of("GitHub", "", List.of()));
    assertEquals("Proxmox VE lab", NameProposal.of("Proxmox VE", "lab", List.of("Proxmox VE")));
    assertEquals("GitHub 3", NameProposal.of("GitHub", "", List.of("github", "GITHUB 2")));
  }

  @Test
  void readsTagsHoweverTheyAreTyped() {
    assertEquals(Set.of("prod", "eu west"), TagText.parse(" prod, #eu west ,,prod;"));
    assertEquals(Set.of(), TagText.parse(" , "));
    assertEquals("a, b", TagText.format(Set.of("b", "a")));
  }

  @Test
  void readsFingerprintsHoweverTheyAreWritten() {
    String digits = "ab".repeat(32);
    String normal = "AB:".repeat(31) + "AB";
    assertEquals(Optional.of(normal), Fingerprint.normal(digits));
    assertEquals(
        Optional.of(normal), Fingerprint.normal("SHA256: " + normal.toLowerCase(Locale.ROOT)));
    assertEquals(Optional.of(normal), Fingerprint.normal("sha-256=" + normal.replace(':', ' ')));
    assertEquals(Optional.empty(), Fingerprint.normal(digits.substring(1)));
    assertEquals(Optional.empty(), Fingerprint.normal("zz".repeat(32)));
  }

  @Test
  void showsGroupsByTheirPath() {
    Group infra = new Group(GroupId.random(), "Infra", Optional.empty());
    Group prod = new Group(GroupId.random(), "Prod", Optional.of(infra.id()));
    assertEquals(
        List.of("No group", "Infra", "Infra / Prod", "New group…"),
        GroupChoice.of(List.of(prod, infra)).stream().map(GroupChoice::toString).toList());
  }

  private List<String> found(String search) {
    return services.sections(search).stream()
        .flatMap(section -> section.services().stream())
        .map(ServiceTemplate::serviceType)
        .toList();
  }
}
