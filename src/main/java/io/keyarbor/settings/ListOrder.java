package io.keyarbor.settings;

/**
 * By what the list is sorted.
 *
 * @param column the key of a column; one that the list does not know stands for the name
 * @param descending whether the last one comes first
 */
public record ListOrder(String column, boolean descending) {
  /** By name. */
  public static final ListOrder DEFAULTS = new ListOrder("name", false);
}
