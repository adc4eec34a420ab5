package io.keyarbor.cli;

/** How many of something, in words. */
public final class Amount {
  private Amount() {}

  /** {@code 1 credential}, {@code 2 credentials}. */
  public static String of(int count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
