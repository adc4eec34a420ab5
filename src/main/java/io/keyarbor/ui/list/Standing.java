package io.keyarbor.ui.list;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import java.util.Optional;

/** Where a credential stands after its last test, the worst first. */
public enum Standing {
  FAILING("Failing"),
  UNDECIDED("Undecided"),
  NEVER_TESTED("Never tested"),
  LIMITED("Limited"),
  CONNECTED("Connected");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  /** What a person reads. */
  public String label() {
    return label;
  }

  /** The standing of that verdict. */
  public static Standing of(Optional<Verdict> verdict) {
    return verdict
        .map(v ->
            switch (v.outcome()) {
              case VALID -> v.reason() == Reason.OK ? CONNECTED : LIMITED;
              case INVALID -> FAILING;
              case UNDECIDED -> UNDECIDED;
            })
        .orElse(NEVER_TESTED);
  }
}
