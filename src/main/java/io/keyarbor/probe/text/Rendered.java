package io.keyarbor.probe.text;

/**
 * A text with its placeholders filled.
 *
 * @param secret whether it holds a secret
 * @param standIn whether some of it is only shown in place of a value
 * @param lacksOptional whether an optional placeholder in it was empty
 */
public record Rendered(String text, boolean secret, boolean standIn, boolean lacksOptional) {
  /** A text without placeholders. */
  public static Rendered literal(String text) {
    return new Rendered(text, false, false, false);
  }

  /** Says nothing about the text. */
  @Override
  public String toString() {
    return "Rendered";
  }
}
