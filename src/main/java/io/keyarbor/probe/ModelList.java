package io.keyarbor.probe;

import java.util.List;

/**
 * The AI models that a secret may use, as its service lists them.
 *
 * @param models their names; empty if they could not be read
 * @param fault why not, a sentence for a person; empty if they could
 */
public record ModelList(List<String> models, String fault) {
  /** A list that was read. */
  public static ModelList of(List<String> models) {
    return new ModelList(List.copyOf(models), "");
  }

  /** A list that could not be read. */
  public static ModelList failed(String fault) {
    return new ModelList(List.of(), fault);
  }
}
