package io.keyarbor.ui.help;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The licences as the window shows them. */
class LicencesTest {
  @Test
  void everyPartHasALicence() {
    List<Licences.Part> all = Licences.all();
    assertTrue(all.stream().noneMatch(p -> p.licence().isBlank()));
    assertTrue(all.stream().anyMatch(p -> p.name().contains("Inter")));
  }

  @Test
  void aPartIsFoundByAllTheWordsThatAPersonTypes() {
    Licences.Part part = new Licences.Part("h2", "2.5", "MPL-2.0 OR EPL-1.0");
    assertTrue(part.isMetBy("H2 mpl"));
    assertTrue(part.isMetBy(""));
    assertFalse(part.isMetBy("h2 MIT"));
  }
}
