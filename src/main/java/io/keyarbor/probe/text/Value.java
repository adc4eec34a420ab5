package io.keyarbor.probe.text;

/**
 * A value that a placeholder stands for. Short-lived: it may hold a secret, for as long as a
 * request takes.
 *
 * @param text the value; empty if there is none
 * @param secret whether whoever gets it must be trusted with it
 * @param standIn whether {@code text} is only shown in place of the value, so that no filter
 *     applies
 */
public record Value(String text, boolean secret, boolean standIn) {
  /** What is shown in place of a secret. */
  public static final String MASK = "••••••";

  /** No value. */
  public static final Value NONE = new Value("", false, false);

  /** A value that anyone may see. */
  public static Value plain(String text) {
    return new Value(text, false, false);
  }

  /** A value that few may see. */
  public static Value secret(String text) {
    return new Value(text, true, false);
  }

  /** Says nothing about the value. */
  @Override
  public String toString() {
    return "Value";
  }
}
