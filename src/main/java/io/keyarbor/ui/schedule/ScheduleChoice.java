package io.keyarbor.ui.schedule;

import io.keyarbor.vault.TestSchedule;
import java.util.List;
import java.util.Optional;

/**
 * One of the schedules a person can choose from.
 *
 * @param schedule empty for a number of hours of their own
 */
record ScheduleChoice(Optional<TestSchedule> schedule, String label) {
  static final ScheduleChoice INHERITED =
      new ScheduleChoice(Optional.of(new TestSchedule.Inherited()), "As the group says");
  static final ScheduleChoice OTHER = new ScheduleChoice(Optional.empty(), "Other…");
  private static final ScheduleChoice NEVER =
      new ScheduleChoice(Optional.of(new TestSchedule.Never()), "Never");

  static final List<ScheduleChoice> ALL =
      List.of(INHERITED, NEVER, every(1), every(6), every(12), every(24), every(168), OTHER);

  private static ScheduleChoice every(int hours) {
    String words = ScheduleText.every(hours);
    return new ScheduleChoice(
        Optional.of(new TestSchedule.Every(hours)),
        Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }

  /** The choice of that schedule, or {@link #OTHER}. */
  static ScheduleChoice of(TestSchedule schedule) {
    return ALL.stream()
        .filter(choice -> choice.schedule().equals(Optional.of(schedule)))
        .findFirst()
        .orElse(OTHER);
  }

  /** What a person reads in a list. */
  @Override
  public String toString() {
    return label;
  }
}
