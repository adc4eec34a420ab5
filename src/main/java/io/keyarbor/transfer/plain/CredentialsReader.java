package io.keyarbor.transfer.plain;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.Draft;
import io.keyarbor.transfer.Reading;
import io.keyarbor.transfer.Reading.Skipped;
import io.keyarbor.transfer.TransferException;
import io.keyarbor.transfer.read.DraftBuilder;
import io.keyarbor.transfer.read.Node;
import io.keyarbor.transfer.read.Services;
import io.keyarbor.vault.TestSchedule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link CredentialsWriter} writes, and what a person writes by hand in that shape.
 *
 * @param service type of credentials that do not say theirs
 */
record CredentialsReader(Services services, Optional<String> service) {
  /**
   * The drafts of a document.
   *
   * @param file for messages
   * @throws TransferException if it is not of this shape
   */
  Reading read(String file, Node document) throws TransferException {
    String format = document.at(Shape.FORMAT).text();
    if (!format.isEmpty() && !format.equals(Shape.KEYARBOR)) {
      throw new TransferException(file + " is of another format than Keyarbor's.");
    }
    if (document.at(Shape.VERSION).number(1) > Shape.NEWEST) {
      throw new TransferException(
          file + " was written by a later Keyarbor. Update Keyarbor to read it.");
    }
    Node list = document.isList() ? document : document.at(Shape.CREDENTIALS);
    if (!list.isList()) {
      throw new TransferException(
          file
              + " has no list “"
              + Shape.CREDENTIALS
              + "”. Check that it is an export of Keyarbor.");
    }
    List<Draft> drafts = new ArrayList<>();
    try {
      return new Reading(drafts, read(list.items(), drafts));
    } catch (RuntimeException e) {
      drafts.forEach(Draft::close);
      throw e;
    }
  }

  /** Adds to {@code drafts}; what cannot be read is returned. */
  private List<Skipped> read(List<Node> items, List<Draft> drafts) {
    List<Skipped> skipped = new ArrayList<>();
    for (Node item : items) {
      String origin = "credential " + (drafts.size() + skipped.size() + 1);
      try {
        drafts.add(draft(origin, item));
      } catch (DateTimeException | IllegalArgumentException e) {
        // Only the messages that are made here reach a person: others may quote the file.
        skipped.add(
            new Skipped(
                origin, e instanceof Fault ? e.getMessage() : "A value in it cannot be read."));
      }
    }
    return skipped;
  }

  private static final class Fault extends IllegalArgumentException {
    Fault(String message) {
      super(message);
    }
  }

  private Draft draft(String origin, Node item) {
    if (item.at(Shape.NAME).text().isBlank()) {
      throw new Fault("It has no name.");
    }
    try (DraftBuilder draft = new DraftBuilder(origin)) {
      draft
          .name(item.at(Shape.NAME).text())
          .service(serviceType(item))
          .groups(item.at(Shape.GROUPS).items().stream().map(Node::text).toList())
          .favourite(item.at(Shape.FAVOURITE).is("true"))
          .notes(item.at(Shape.NOTES).text())
          .expires(expires(item.at(Shape.EXPIRES)))
          .trust(trust(item.at(Shape.TRUST)))
          .schedule(schedule(item.at(Shape.SCHEDULE)));
      item.at(Shape.TAGS).items().forEach(tag -> draft.tag(tag.text()));
      for (Map.Entry<String, Node> field : item.at(Shape.SECRETS).entries().entrySet()) {
        secret(draft, field.getKey(), field.getValue());
      }
      for (Map.Entry<String, Node> field : item.at(Shape.FIELDS).entries().entrySet()) {
        if (!field.getValue().isScalar()) {
          throw new Fault("A field in it is no text.");
        }
        // By hand it is easily put in the wrong place.
        if (services.isSecret(draft.service(), field.getKey())) {
          secret(draft, field.getKey(), field.getValue());
        } else {
          draft.plainAsIs(field.getKey(), field.getValue().text());
        }
      }
      return draft.build();
    }
  }

  private String serviceType(Node item) {
    String type = item.at(Shape.SERVICE).text();
    return type.isBlank() ? service.orElse(Services.SECRET) : type;
  }

  private static void secret(DraftBuilder draft, String field, Node value) {
    Node encoded = value.at(Shape.BASE64);
    if (!value.isScalar() && !encoded.isScalar()) {
      throw new Fault("A secret in it is no text.");
    }
    Optional<Secret> text = value.isScalar() ? value.secret() : decoded(encoded);
    draft.secretAsIs(field, text.orElseGet(() -> Secret.take(new byte[0])));
  }

  private static Optional<Secret> decoded(Node encoded) {
    Optional<Secret> text = encoded.secret();
    try {
      return text.map(secret ->
          secret.use(bytes -> {
            byte[] decoded = Base64.getDecoder().decode(bytes);
            return Secret.take(decoded);
          }));
    } catch (IllegalArgumentException e) {
      throw new Fault("A secret in it is no Base64.");
    } finally {
      text.ifPresent(Secret::close);
    }
  }

  private static Optional<LocalDate> expires(Node day) {
    try {
      return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day.text()));
    } catch (DateTimeException e) {
      throw new Fault("Its last day is no date such as 2027-01-31.");
    }
  }

  private static TlsTrust trust(Node trust) {
    if (trust.at(Shape.PIN).isScalar()) {
      return new TlsTrust.Pin(trust.at(Shape.PIN).text());
    }
    return trust.at(Shape.AUTHORITIES).isScalar()
        ? new TlsTrust.Authorities(trust.at(Shape.AUTHORITIES).text())
        : new TlsTrust.SystemTrust();
  }

  private static TestSchedule schedule(Node schedule) {
    if (schedule.isEmpty()) {
      return new TestSchedule.Inherited();
    }
    if (schedule.is(Shape.NEVER)) {
      return new TestSchedule.Never();
    }
    int hours = schedule.number(0);
    if (!TestSchedule.isPossible(hours)) {
      throw new Fault(
          "Its schedule is neither “never” nor a number of hours up to "
              + TestSchedule.MOST_HOURS
              + ".");
    }
    return new TestSchedule.Every(hours);
  }
}
