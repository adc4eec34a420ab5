package io.keyarbor.ui.list;

import io.keyarbor.settings.ListOrder;

/**
 * How the list is sorted.
 *
 * @param descending whether the last one comes first
 */
public record Sorting(Column column, boolean descending) {
  /** By name, as it is before a person wishes otherwise. */
  public static final Sorting USUAL = of(ListOrder.DEFAULTS);

  /** As the settings say; by name if they name no column of the list. */
  public static Sorting of(ListOrder order) {
    return Column.of(order.column())
        .map(column -> new Sorting(column, order.descending()))
        .orElse(new Sorting(Column.NAME, false));
  }

  /** As the settings keep it. */
  public ListOrder kept() {
    return new ListOrder(column.key(), descending);
  }
}
