package io.keyarbor.ui.news;

import io.keyarbor.ui.list.TimeText;
import io.keyarbor.vault.testing.Change;
import java.time.ZoneId;

/** What changed, in words. */
final class ChangeText {
  private ChangeText() {}

  /** In one line. */
  static String title(Change change, ZoneId zone) {
    String name = "“" + change.name() + "” ";
    return switch (change.kind()) {
      case FAILS -> name + "does not work: " + lower(change.reason().label());
      case WORKS_AGAIN -> name + "works again";
      case LIMITED -> name + "is accepted with limits";
      case NEEDS_CARE -> name + "needs a look: " + lower(change.reason().label());
      case ENDS_SOON ->
          name
              + "ends soon"
              + change
                  .ends()
                  .map(end -> ": " + TimeText.full(end.atZone(zone).toLocalDate()))
                  .orElse("");
    };
  }

  private static String lower(String label) {
    return Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }

  /** What was seen and what to do. */
  static String detail(Change change) {
    return switch (change.kind()) {
      case ENDS_SOON -> "Make a new secret before this one stops working.";
      default -> change.detail().isBlank() ? change.reason().advice() : change.detail();
    };
  }
}
