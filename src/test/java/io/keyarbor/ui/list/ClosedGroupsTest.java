package io.keyarbor.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Grouping;
import io.keyarbor.settings.ListOrder;
import org.junit.jupiter.api.Test;

/** How the list was left, and what of that may stay while the vault is locked. */
class ClosedGroupsTest {
  private final ClosedGroups closed = new ClosedGroups();

  @Test
  void aGroupIsClosedOnlyWhereItWasClosed() {
    closed.close(Grouping.CATEGORY, "");
    assertTrue(closed.has(Grouping.CATEGORY, ""));
    assertFalse(closed.has(Grouping.TAG, ""), "no tag is another group than no category");
    closed.open(Grouping.CATEGORY, "");
    assertFalse(closed.has(Grouping.CATEGORY, ""));
  }

  @Test
  void ofALockedVaultNoNameStays() {
    closed.close(Grouping.GROUP, "6d1f");
    closed.close(Grouping.CATEGORY, "cloud");
    closed.close(Grouping.STATUS, "FAILING");
    closed.close(Grouping.TAG, "merger");
    closed.close(Grouping.TAG, "");
    closed.close(Grouping.PROFILE, "production");
    closed.close(Grouping.SERVICE, "Router of the board");
    closed.forgetNames();
    assertTrue(closed.has(Grouping.GROUP, "6d1f"));
    assertTrue(closed.has(Grouping.CATEGORY, "cloud"));
    assertTrue(closed.has(Grouping.STATUS, "FAILING"));
    assertTrue(closed.has(Grouping.TAG, ""));
    assertFalse(closed.has(Grouping.TAG, "merger"));
    assertFalse(closed.has(Grouping.PROFILE, "production"));
    assertFalse(closed.has(Grouping.SERVICE, "Router of the board"));
  }

  @Test
  void aSortingIsKeptAndReadAndAnUnknownColumnMeansTheName() {
    for (Column column : Column.values()) {
      Sorting down = new Sorting(column, true);
      assertEquals(down, Sorting.of(down.kept()));
    }
    assertEquals(Sorting.USUAL, Sorting.of(new ListOrder("shoe size", true)));
    assertEquals(new Sorting(Column.NAME, false), Sorting.USUAL);
  }
}
