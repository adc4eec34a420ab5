package io.keyarbor.vault;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often a credential is tested without being asked to. A person sets it, or leaves it open. */
public sealed interface TestSchedule {
  /** The longest interval, in hours: 30 days. */
  int MOST_HOURS = 720;

  /** Not set here: the nearest group above that sets one decides; without any, never. */
  record Inherited() implements TestSchedule {}

  /** Not tested by itself, whatever the groups above say. */
  record Never() implements TestSchedule {}

  /**
   * Tested again so many hours after its last test.
   *
   * @param hours from 1 to {@value TestSchedule#MOST_HOURS}
   */
  record Every(int hours) implements TestSchedule {
    /** Refuses any other number. */
    public Every {
      if (!isPossible(hours)) {
        throw new IllegalArgumentException("tests are 1 to " + MOST_HOURS + " hours apart");
      }
    }
  }

  /**
   * What holds for a credential in the end, and who said so.
   *
   * @param schedule never {@link Inherited}
   * @param from the group that sets it; empty if the credential does, or if nobody does
   */
  record InForce(TestSchedule schedule, Optional<Group> from) {}

  /** Whether there can be so many hours between two tests. */
  static boolean isPossible(long hours) {
    return hours >= 1 && hours <= MOST_HOURS;
  }

  /** What holds for {@code details}: its own setting, or that of the nearest group above. */
  static InForce of(Details details, Collection<Group> groups) {
    Map<GroupId, Group> byId = HashMap.newHashMap(groups.size());
    groups.forEach(group -> byId.put(group.id(), group));
    return inForce(details.schedule(), details.group(), byId);
  }

  /**
   * What holds for something in {@code group} that has {@code own} set.
   *
   * @param groups all of them by id
   */
  static InForce inForce(TestSchedule own, Optional<GroupId> group, Map<GroupId, Group> groups) {
    TestSchedule set = own;
    Optional<Group> from = Optional.empty();
    Optional<GroupId> above = group;
    for (int depth = 0; set instanceof Inherited && depth <= groups.size(); depth++) {
      from = above.map(groups::get);
      if (from.isEmpty()) {
        return new InForce(new Never(), from);
      }
      set = from.get().schedule();
      above = from.get().parent();
    }
    return new InForce(set instanceof Inherited ? new Never() : set, from);
  }
}
