package io.keyarbor.ui.main;

import io.keyarbor.ui.list.Branch;
import io.keyarbor.ui.list.Entry;
import java.util.Optional;

/** A row of the list. */
sealed interface Row {
  /** The same for the same row after each change. */
  Object key();

  /** A group and how many entries are in it and below. */
  record GroupRow(Branch branch, int size) implements Row {
    @Override
    public Object key() {
      return branch.key();
    }
  }

  /** A credential. */
  record EntryRow(Entry entry) implements Row {
    @Override
    public Object key() {
      return entry.id();
    }
  }

  /** The credential of {@code row}, if it is one. */
  static Optional<Entry> entry(Row row) {
    return row instanceof EntryRow r ? Optional.of(r.entry()) : Optional.empty();
  }
}
