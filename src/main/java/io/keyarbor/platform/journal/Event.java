package io.keyarbor.platform.journal;

/**
 * What is worth a line in the log: words of the program, which cannot hold anything of a person.
 */
public enum Event {
  STARTED,
  UNLOCKED,
  LOCKED,
  /** The system's lock or sleep was heard, or can be heard no more; followed by which. */
  AWAY,
  /** Something failed in a way that was not foreseen; followed by a code. */
  FAILED,
  ENDED
}
