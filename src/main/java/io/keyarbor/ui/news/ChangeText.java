package io.keyarbor.ui.news;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.list.TimeText;
import io.keyarbor.vault.testing.Change;
import java.time.ZoneId;

/** What changed, in words. */
public final class ChangeText {
  private ChangeText() {}

  /** In one line. */
  public static String title(Change change, ZoneId zone) {
    String name = change.name();
    String why = tr(change.reason().label());
    return switch (change.kind()) {
      case FAILS -> tr("“{0}” does not work – {1}", name, why);
      case WORKS_AGAIN -> tr("“{0}” works again", name);
      case LIMITED -> tr("“{0}” is accepted with limits", name);
      case NEEDS_CARE -> tr("“{0}” needs a look – {1}", name, why);
      case ENDS_SOON ->
          change
              .ends()
              .map(end ->
                  tr("“{0}” ends soon: {1}", name, TimeText.full(end.atZone(zone).toLocalDate())))
              .orElseGet(() -> tr("“{0}” ends soon", name));
    };
  }

  /** What was seen and what to do. */
  static String detail(Change change) {
    return change.detail().isBlank() || change.kind() == Change.Kind.ENDS_SOON
        ? advice(change)
        : tr(change.detail());
  }

  /** What to do, without anything that a service said. */
  public static String advice(Change change) {
    return change.kind() == Change.Kind.ENDS_SOON
        ? tr("Make a new secret before this one stops working.")
        : tr(change.reason().advice());
  }
}
