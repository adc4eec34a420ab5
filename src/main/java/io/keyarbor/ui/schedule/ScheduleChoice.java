package io.keyarbor.ui.schedule;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.vault.TestSchedule;
import java.util.List;
import java.util.Optional;

/**
 * One of the schedules a person can choose from.
 *
 * @param schedule empty for a number of hours of their own
 */
record ScheduleChoice(Optional<TestSchedule> schedule, String label) {
  /** A number of hours of the person's own. */
  static ScheduleChoice other() {
    return new ScheduleChoice(Optional.empty(), tr("Other…"));
  }

  /** All of them, in the person's language. */
  static List<ScheduleChoice> all() {
    return List.of(
        new ScheduleChoice(Optional.of(new TestSchedule.Inherited()), tr("As the group says")),
        new ScheduleChoice(Optional.of(new TestSchedule.Never()), tr("Never")),
        every(1),
        every(6),
        every(12),
        every(24),
        every(168),
        other());
  }

  private static ScheduleChoice every(int hours) {
    String words = ScheduleText.every(hours);
    return new ScheduleChoice(
        Optional.of(new TestSchedule.Every(hours)),
        Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }

  /** The choice of that schedule, or {@link #other}. */
  static ScheduleChoice of(TestSchedule schedule) {
    return all().stream()
        .filter(choice -> choice.schedule().equals(Optional.of(schedule)))
        .findFirst()
        .orElseGet(ScheduleChoice::other);
  }

  /** What a person reads in a list. */
  @Override
  public String toString() {
    return label;
  }
}
