package io.keyarbor.ui.wizard;

import io.keyarbor.probe.Expiry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The last day on which a secret works, from the moment at which a service says it ends. */
final class ExpiryDate {
  private ExpiryDate() {}

  /** Empty if the service does not say, or says never. */
  static Optional<LocalDate> of(Expiry expiry, ZoneId zone) {
    return switch (expiry) {
      case Expiry.At at -> Optional.of(LocalDate.ofInstant(at.when(), zone));
      case Expiry.Never never -> Optional.empty();
      case Expiry.Unknown unknown -> Optional.empty();
    };
  }
}
