package io.keyarbor.probe.text;

import io.keyarbor.template.TextTemplate.Filter;
import java.util.List;

/** What placeholders stand for. */
@FunctionalInterface
public interface Values {
  /** The value of that field or capture; {@link Value#NONE} if there is none. */
  Value get(String name);

  /**
   * The part of a value that {@code reading} finds; {@link Value#NONE} if there is none.
   *
   * @param reading filters that read, in order; none for the whole value
   * @throws BadInput if the value is not of the kind that can be read so
   */
  default Value part(String name, List<Filter> reading) {
    return Parts.of(get(name), reading);
  }

  /**
   * What to use in place of a value that is needed but not there.
   *
   * @param reading what was looked for within a value; empty if the value is missing
   * @throws BadInput unless there is a stand-in
   */
  default Value missing(String name, List<Filter> reading) {
    throw absent(name, get(name).text().isEmpty(), reading);
  }

  /**
   * What to tell a person of a value that is missing, or of a part that it lacks.
   *
   * @param label what the person knows it by
   */
  static BadInput absent(String label, boolean isEmpty, List<Filter> reading) {
    return new BadInput(
        isEmpty || reading.isEmpty()
            ? "“" + label + "” is empty. Fill it in, then test again."
            : "“" + label + "” lacks " + Parts.named(reading) + ". Check that it is complete.");
  }
}
