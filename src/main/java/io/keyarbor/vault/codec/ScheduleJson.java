package io.keyarbor.vault.codec;

import io.keyarbor.vault.TestSchedule;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** How often something is tested, inside its metadata: a number of hours, or {@code never}. */
final class ScheduleJson {
  static final String NAME = "schedule";
  private static final String NEVER = "never";

  private ScheduleJson() {}

  static void write(JsonGenerator json, TestSchedule schedule) {
    switch (schedule) {
      case TestSchedule.Inherited inherited -> {}
      case TestSchedule.Never never -> json.writeStringProperty(NAME, NEVER);
      case TestSchedule.Every every -> json.writeNumberProperty(NAME, every.hours());
    }
  }

  /** What a later program may write and this one does not know counts as not set. */
  static TestSchedule read(JsonParser json) {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT
        && TestSchedule.isPossible(json.getLongValue())) {
      return new TestSchedule.Every(json.getIntValue());
    }
    boolean never = json.currentToken() == JsonToken.VALUE_STRING && json.getString().equals(NEVER);
    return never ? new TestSchedule.Never() : new TestSchedule.Inherited();
  }
}
