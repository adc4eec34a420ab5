package io.keyarbor.ui.main;

import static io.keyarbor.ui.list.Column.EXPIRES;
import static io.keyarbor.ui.list.Column.NAME;
import static io.keyarbor.ui.list.Column.STATUS;
import static io.keyarbor.ui.list.Column.SUMMARY;
import static io.keyarbor.ui.list.Column.TAGS;
import static io.keyarbor.ui.list.Column.TESTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.settings.Settings;
import io.keyarbor.ui.list.Column;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final Set<String> USUAL = Settings.DEFAULTS.hiddenColumns();

  @Test
  void anOrdinaryWindowShowsTheOrdinaryColumnsAndANarrowOneFewer() {
    assertEquals(Set.of(NAME, SUMMARY, STATUS, TESTED, EXPIRES), Columns.shown(USUAL, 54));
    assertEquals(Set.of(NAME, STATUS, TESTED, EXPIRES), Columns.shown(USUAL, 45));
    assertEquals(Set.of(NAME, STATUS), Columns.shown(USUAL, 33));
    assertEquals(Set.of(NAME), Columns.shown(USUAL, 0));
  }

  @Test
  void whatAPersonAskedForComesBeforeWhatIsThereAnyway() {
    Set<String> withTags = new HashSet<>(USUAL);
    withTags.remove(TAGS.key());
    assertEquals(Set.of(NAME, STATUS, TAGS, TESTED), Columns.shown(withTags, 46));
  }

  @Test
  void whereWordsDoNotFitAVerdictIsItsSignUnlessThePersonWantsNone() {
    assertFalse(Columns.isBrief(USUAL, 33));
    assertTrue(Columns.isBrief(USUAL, 22));
    Set<String> without = new HashSet<>(USUAL);
    without.add(STATUS.key());
    assertFalse(Columns.isBrief(without, 22));
  }

  @Test
  void theNameIsAlwaysThere() {
    Set<String> all = Arrays.stream(Column.values()).map(Column::key).collect(Collectors.toSet());
    assertEquals(Set.of(NAME), Columns.shown(all, 1000));
    assertFalse(Columns.optional().contains(NAME));
    assertEquals(Column.values().length, Columns.shown(Set.of(), 1000).size());
  }

  @Test
  void aWideTableGivesTheAccountMoreRoom() {
    assertEquals(0, Columns.spare(Columns.shown(USUAL, 54), 54));
    assertTrue(Columns.spare(Columns.shown(USUAL, 90), 90) > 10);
  }
}
