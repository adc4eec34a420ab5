package io.keyarbor.probe;

/** Is the secret right? */
public enum Outcome {
  VALID,
  INVALID,
  UNDECIDED
}
