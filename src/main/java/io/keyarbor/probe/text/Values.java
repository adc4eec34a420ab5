package io.keyarbor.probe.text;

/** What placeholders stand for. */
@FunctionalInterface
public interface Values {
  /** The value of that field or capture; {@link Value#NONE} if there is none. */
  Value get(String name);

  /**
   * What to use in place of a value that is needed but not there.
   *
   * @throws BadInput unless there is a stand-in
   */
  default Value missing(String name) {
    throw new BadInput("“" + name + "” is empty. Fill it in, then test again.");
  }
}
