package io.keyarbor.vault;

import java.util.Optional;

/**
 * A person's own folder of credentials. An immutable snapshot.
 *
 * @param parent empty at the top
 * @param schedule how often what lies in it is tested, at any depth, where nothing nearer says
 */
public record Group(GroupId id, String name, Optional<GroupId> parent, TestSchedule schedule) {
  /** One that leaves open how often its credentials are tested. */
  public Group(GroupId id, String name, Optional<GroupId> parent) {
    this(id, name, parent, new TestSchedule.Inherited());
  }

  /** The same under another name. */
  public Group withName(String next) {
    return new Group(id, next, parent, schedule);
  }

  /** The same in another place. */
  public Group withParent(Optional<GroupId> next) {
    return new Group(id, name, next, schedule);
  }

  /** The same, tested that often. */
  public Group withSchedule(TestSchedule next) {
    return new Group(id, name, parent, next);
  }
}
