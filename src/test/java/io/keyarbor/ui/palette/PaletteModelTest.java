package io.keyarbor.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a person finds with a few letters, and in which order. */
class PaletteModelTest {
  private final SomeTime time = new SomeTime();
  private final PaletteModel model = new PaletteModel(time);

  private List<String> find(String text) {
    model.search(text);
    return names();
  }

  private List<String> names() {
    return model.hits().stream().map(Candidate::name).toList();
  }

  private void load(SomeEntries entries) {
    model.load(model.index().with(entries.all()));
  }

  private static SomeEntries usual() {
    return new SomeEntries()
        .add("Proxmox Production", "proxmox", "https://192.0.2.10:8006", "on call")
        .add("Proxmox Lab", "proxmox", "https://pve.lab.example:8006")
        .add("Azure Production", "azure", "")
        .add("Crème brûlée", "github", "")
        .add("Straße am Łódź", "github", "")
        .add("gitHubReleaseBot", "github", "", "production");
  }

  @Test
  void fewLettersAreEnoughAndTheirBestPlaceIsFirst() {
    load(usual());
    assertEquals("Proxmox Production", find("pp").getFirst());
    assertEquals("Azure Production", find("azpr").getFirst());
    assertEquals("gitHubReleaseBot", find("ghrb").getFirst());
    assertEquals(List.of(), find("zzz"));
  }

  @Test
  void eachWordMayFitSomewhereElse() {
    load(usual());
    assertEquals(List.of("Proxmox Lab"), find("lab.example prox"));
    assertEquals(List.of("gitHubReleaseBot"), find("GitHub produ"));
    assertEquals("Proxmox Production", find("192.0 call").getFirst());
  }

  @Test
  void accentsAndSmallLettersDoNotMatter() {
    load(usual());
    assertEquals("Crème brûlée", find("CREME BRULEE").getFirst());
    assertEquals("Straße am Łódź", find("strasse lodz").getFirst());
    assertEquals("Straße am Łódź", find("Straße ŁÓDŹ").getFirst());
  }

  @Test
  void theMarksAreWhereEachWordFitsBest() {
    load(usual());
    model.search("prod azure");
    PaletteModel.Marks marks = model.marks(model.hits().getFirst());
    assertEquals(Set.of(0, 1, 2, 3, 4, 6, 7, 8, 9), new TreeSet<>(marks.name()));
    model.search("on call");
    assertEquals(List.of("on call"), model.marks(model.hits().getFirst()).tags());
  }

  @Test
  void whoTypedNothingSeesWhatWasTakenLatelyThenFavouritesThenTheRest() {
    load(usual().favourite("Zed", "github"));
    assertEquals("Zed", find("").getFirst());
    take("Proxmox Lab");
    take("Azure Production");
    assertEquals(List.of("Azure Production", "Proxmox Lab", "Zed"), find("").subList(0, 3));
    assertEquals(7, names().size());
    model.forget();
    load(usual().favourite("Zed", "github"));
    assertEquals(List.of("Zed", "Azure Production"), find("").subList(0, 2));
  }

  private void take(String name) {
    model.search("");
    model.hits().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .ifPresent(c -> model.used(c.id()));
    model.load(model.index());
  }

  @Test
  void useSettlesWhatIsCloseAndFadesButNeverLiftsWhatFitsBadly() {
    load(usual());
    assertEquals("Proxmox Lab", find("proxmox").getFirst());
    take("Proxmox Production");
    take("Proxmox Production");
    assertEquals("Proxmox Production", find("proxmox").getFirst());
    assertEquals("Proxmox Lab", find("proxl").getFirst());

    time.pass(Usage.HALF_LIFE.multipliedBy(10));
    model.load(model.index());
    assertEquals("Proxmox Lab", find("proxmox").getFirst());
  }

  @Test
  void whatIsDeletedMeanwhileIsNotFoundThoughItWasTakenLately() {
    load(usual());
    take("Proxmox Lab");
    load(new SomeEntries().add("Azure Production", "azure", ""));
    assertEquals(List.of("Azure Production"), find(""));
    assertEquals(List.of(), find("lab"));
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.strings().withChars("prodxmlabé 1.").ofMaxLength(8);
  }

  @Property(tries = 300)
  void lookingFurtherThroughWhatWasFoundIsLookingThroughAll(
      @ForAll("typed") String typed, @ForAll("typed") String before) {
    load(usual());
    model.search(before);
    for (int i = 0; i <= typed.length(); i++) {
      model.search(typed.substring(0, i));
    }
    PaletteModel fresh = new PaletteModel(time);
    fresh.load(model.index());
    fresh.search(typed);
    assertEquals(fresh.hits(), model.hits());
    assertEquals(fresh.count(), model.count());
  }

  @Test
  void thousandsAreFoundButOnlyTheBestAreShown() {
    SomeEntries many = new SomeEntries();
    for (int i = 0; i < 2000; i++) {
      many.add("Service " + i, "github", "");
    }
    load(many);
    assertEquals("Service 1", find("service1").getFirst());
    model.search("s");
    assertEquals(PaletteModel.SHOWN, model.hits().size());
    assertEquals(2000, model.count());
    assertTrue(find("service 1999").contains("Service 1999"));
  }
}
