package io.keyarbor.cli;

import io.keyarbor.cli.Output.Cell;
import io.keyarbor.cli.Output.Tone;
import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.Reason;
import io.keyarbor.probe.Verdict;
import io.keyarbor.vault.Credential;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a credential stands after its last test: the values of {@code --status}. */
public enum Standing {
  VALID,
  LIMITED,
  UNDECIDED,
  INVALID,
  UNTESTED;

  /** That of {@code verdict}. */
  public static Standing of(Optional<Verdict> verdict) {
    return verdict
        .map(v ->
            switch (v.outcome()) {
              case VALID -> v.reason() == Reason.OK ? VALID : LIMITED;
              case INVALID -> INVALID;
              case UNDECIDED -> UNDECIDED;
            })
        .orElse(UNTESTED);
  }

  /** In words, with the colour that goes with them. */
  static Cell cell(Optional<Verdict> verdict) {
    String label = verdict.map(v -> v.reason().label()).orElse("Never tested");
    return new Cell(
        label,
        switch (of(verdict)) {
          case VALID -> Tone.GOOD;
          case LIMITED -> Tone.FAIR;
          case UNDECIDED -> Tone.DOUBTFUL;
          case INVALID -> Tone.BAD;
          case UNTESTED -> Tone.FAINT;
        });
  }

  /** The last day on which a credential works: what the person or the service says, the earlier. */
  static Optional<LocalDate> expires(Credential credential, ZoneId zone) {
    Optional<LocalDate> told =
        credential
            .lastTest()
            .map(Verdict::expiry)
            .flatMap(expiry ->
                expiry instanceof Expiry.At(var when)
                    ? Optional.of(LocalDate.ofInstant(when, zone))
                    : Optional.empty());
    return Stream.concat(credential.details().expires().stream(), told.stream())
        .min(LocalDate::compareTo);
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
