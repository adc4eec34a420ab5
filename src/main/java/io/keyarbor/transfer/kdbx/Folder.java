package io.keyarbor.transfer.kdbx;

import java.util.ArrayList;
import java.util.List;

/** A group while it is read; its name may come after what lies in it. For one thread. */
final class Folder {
  private static final int MOST_ORIGIN_CHARS = 500;

  private final Folder parent;
  private String id = "";
  private String name = "";

  /** One within {@code parent}; null for the outermost. */
  Folder(Folder parent) {
    this.parent = parent;
  }

  void setId(String id) {
    this.id = id.strip();
  }

  void setName(String name) {
    this.name = name;
  }

  /** The nearest of this group and those around it that has that id; null if none has. */
  Folder within(String wanted) {
    Folder at = this;
    while (at != null && !(at.id.equals(wanted) && !wanted.isEmpty())) {
      at = at.parent;
    }
    return at;
  }

  /** Names from the outermost in; that one's own name is left out, it stands for the file. */
  List<String> path() {
    List<String> path = new ArrayList<>();
    for (Folder at = this; at.parent != null; at = at.parent) {
      path.add(at.name);
    }
    return path.reversed();
  }

  /** Where this group lies, for a person. */
  String origin() {
    return parent == null ? name : parent.origin(name);
  }

  /** Where something of that name in it lies, for a person; what is long is cut. */
  String origin(String title) {
    String origin = parent == null ? title : parent.origin(name) + "/" + title;
    return origin.substring(0, Math.min(origin.length(), MOST_ORIGIN_CHARS));
  }
}
