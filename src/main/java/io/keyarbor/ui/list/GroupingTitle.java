package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.settings.Grouping;

/** What a person reads after "Group by". */
public final class GroupingTitle {
  private GroupingTitle() {}

  /** The words for a grouping. */
  public static String of(Grouping grouping) {
    return switch (grouping) {
      case CATEGORY -> tr("Category");
      case SERVICE -> tr("Service");
      case GROUP -> tr("Group");
      case PROFILE -> tr("Profile");
      case TAG -> tr("Tag");
      case STATUS -> tr("Status");
      case NONE -> tr("Nothing");
    };
  }
}
