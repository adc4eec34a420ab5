package io.keyarbor.app;

/** Starts Keyarbor. */
public final class Main {
  private Main() {}

  /** Entry point. */
  public static void main(String[] args) {
    System.out.println("hello " + Runtime.version());
  }
}
