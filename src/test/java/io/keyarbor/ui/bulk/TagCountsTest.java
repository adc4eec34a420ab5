package io.keyarbor.ui.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TagCountsTest {
  @Test
  void tagsThatBeginWithWhatIsTypedAreProposedFirst() {
    TagCounts none = new TagCounts(List.of());
    Set<String> inUse = new TreeSet<>(List.of("billing", "production", "reproduction", "Prod"));
    assertEquals(List.of("Prod", "production", "reproduction"), none.proposals(inUse, "prod ", 8));
    assertEquals(List.of("Prod", "production"), none.proposals(inUse, "PROD", 2));
    assertEquals(List.of("Prod", "billing"), none.proposals(inUse, "", 2));
  }
}
