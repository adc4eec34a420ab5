package io.keyarbor.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupPathsTest {
  private final GroupId a = GroupId.random();
  private final GroupId b = GroupId.random();

  @Test
  void aGroupIsToldWithThoseAbove() {
    GroupPaths paths =
        new GroupPaths(
            List.of(
                new Group(b, "Berlin", Optional.of(a)), new Group(a, "Work", Optional.empty())));

    assertEquals("Work / Berlin", paths.of(Optional.of(b)));
    assertEquals(List.of("Work", "Berlin"), paths.names(Optional.of(b)));
    assertEquals("", paths.of(Optional.empty()));
    assertEquals("", paths.of(Optional.of(GroupId.random())));
  }

  @Test
  void aPlaceIsWithinItselfAndAllAboveAndTheTopIsInNone() {
    GroupPaths paths =
        new GroupPaths(
            List.of(
                new Group(b, "Berlin", Optional.of(a)), new Group(a, "Work", Optional.empty())));
    assertTrue(paths.isWithin(Optional.of(b), a));
    assertTrue(paths.isWithin(Optional.of(a), a));
    assertFalse(paths.isWithin(Optional.of(a), b));
    assertFalse(paths.isWithin(Optional.empty(), a));
  }

  @Test
  void groupsInACircleAreToldOnceEach() {
    GroupPaths paths =
        new GroupPaths(
            List.of(new Group(a, "A", Optional.of(b)), new Group(b, "B", Optional.of(a))));

    assertEquals("B / A", paths.of(Optional.of(a)));
    assertEquals("A / B", paths.of(Optional.of(b)));
  }
}
