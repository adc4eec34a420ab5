package io.keyarbor.ui.list;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import java.util.Optional;

/** Where a credential stands after its last test, the worst first. */
public enum Standing {
  FAILING,
  UNDECIDED,
  NEVER_TESTED,
  LIMITED,
  CONNECTED;

  /** What a person reads. */
  public String label() {
    return switch (this) {
      case FAILING -> tr("Failing");
      case UNDECIDED -> tr("Undecided");
      case NEVER_TESTED -> tr("Never tested");
      case LIMITED -> tr("Limited");
      case CONNECTED -> tr("Connected");
    };
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
