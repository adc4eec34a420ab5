package io.keyarbor.ui.list;

/** How the list is sorted; kept from one unlocking to the next for as long as the app runs. */
public final class Sorting {
  private Column column = Column.NAME;
  private boolean descending;

  /** By name at first. */
  public Sorting() {}

  /** By which column. */
  public Column column() {
    return column;
  }

  /** Whether the last one comes first. */
  public boolean descending() {
    return descending;
  }

  /** Sorts otherwise from now on. */
  public void set(Column next, boolean downwards) {
    column = next;
    descending = downwards;
  }
}
