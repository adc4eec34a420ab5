package io.keyarbor.ui.control;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Verdict;

/** What a verdict says in words. */
public final class VerdictWords {
  private VerdictWords() {}

  /**
   * What was seen and what to do. The detail of a verdict says both, so the advice of its reason
   * stands in only where there is no detail.
   */
  public static String of(Verdict verdict) {
    return tr(verdict.detail().isBlank() ? verdict.reason().advice() : verdict.detail());
  }
}
