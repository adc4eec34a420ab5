package io.keyarbor.template;

import io.keyarbor.template.FieldSpec.Condition;
import java.util.Map;
import java.util.Optional;

/**
 * A variable that the service's official tools read.
 *
 * @param when the choice with which it is set; empty means any
 */
public record EnvName(String name, EnvValue value, Optional<Condition> when) {
  /** What the variable holds. Texts have placeholders. */
  public sealed interface EnvValue {
    /** The text itself; not set if an optional placeholder in it is empty. */
    record Text(String text) implements EnvValue {}

    /**
     * The path of a file that is made for the run.
     *
     * @param fileName its name, for tools that look at it
     */
    record File(String fileName, String content) implements EnvValue {}

    /**
     * The path of a folder that is made for the run.
     *
     * @param files contents by file name; one whose optional placeholder is empty is not made
     */
    record Folder(Map<String, String> files) implements EnvValue {}
  }
}
