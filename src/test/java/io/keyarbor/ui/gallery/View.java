package io.keyarbor.ui.gallery;

import java.util.function.Consumer;

/**
 * One window or dialog, or one state of it that looks different.
 *
 * @param name of its picture
 * @param start where a person is before
 * @param way what they do to come here
 */
record View(String name, Start start, Consumer<Guide> way) {
  /** Where a way begins. */
  enum Start {
    /** The first start, without a vault. */
    NEW,
    /** The vault is locked. */
    LOCKED,
    /** The vault is locked, and a PIN may be chosen. */
    PIN,
    /** The demo is locked. */
    DEMO,
    /** The vault is open and empty. */
    EMPTY,
    /** The vault is open and full. */
    OPEN
  }
}
