package io.keyarbor.ui.wizard;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.probe.Expiry;
import io.keyarbor.probe.ServerCertificate;
import io.keyarbor.probe.Verdict;
import io.keyarbor.ui.list.TimeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Names and values in two columns. */
final class Facts {
  static final Map<String, String> NONE = Map.of();

  private Facts() {}

  /** Whose secret it is, and what it may do. */
  static Map<String, String> of(Verdict verdict) {
    Map<String, String> facts = new LinkedHashMap<>();
    verdict.identity().forEach((label, value) -> facts.put(tr(label), value));
    if (!verdict.scopes().isEmpty()) {
      facts.put(tr("Scopes"), String.join(", ", verdict.scopes()));
    }
    if (!verdict.models().isEmpty()) {
      facts.put(tr("Models"), Integer.toString(verdict.models().size()));
    }
    switch (verdict.expiry()) {
      case Expiry.At at -> facts.put(tr("Expires"), day(at.when()));
      case Expiry.Never never -> facts.put(tr("Expires"), tr("Never"));
      case Expiry.Unknown unknown -> {}
    }
    return facts;
  }

  /** What tells one certificate from another. */
  static Map<String, String> of(ServerCertificate certificate) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (certificate.isBareKey()) {
      facts.put(tr("Key"), certificate.subject());
    } else {
      facts.put(tr("Issued to"), certificate.subject());
      facts.put(tr("Issued by"), certificate.issuer());
      facts.put(
          tr("Valid"), tr("{0} to {1}", day(certificate.notBefore()), day(certificate.notAfter())));
    }
    facts.put("SHA-256", inTwoLines(certificate.sha256()));
    if (!certificate.pinned().isEmpty()) {
      facts.put(tr("Trusted before"), inTwoLines(certificate.pinned()));
    }
    return facts;
  }

  /** Broken where it is easy to compare, in the middle. */
  private static String inTwoLines(String fingerprint) {
    int middle = (fingerprint.length() + 1) / 2;
    return fingerprint.substring(0, middle) + "\n" + fingerprint.substring(middle);
  }

  /** Shows {@code facts} in {@code grid}, which is gone if there are none. */
  static void show(GridPane grid, Map<String, String> facts) {
    grid.getChildren().clear();
    facts.forEach((name, value) -> {
      Label label = note(name);
      label.setMinWidth(Label.USE_PREF_SIZE);
      Label text = new Label(value);
      text.setWrapText(true);
      text.setMinHeight(Label.USE_PREF_SIZE);
      text.getStyleClass().add("fact");
      if (value.matches("[0-9A-F:\n]{40,}")) {
        text.getStyleClass().add("mono");
      }
      grid.addRow(grid.getRowCount(), label, text);
    });
    grid.setVisible(!facts.isEmpty());
    grid.setManaged(!facts.isEmpty());
  }

  /** A line of quiet text. */
  static Label note(String words) {
    Label note = new Label(words);
    note.setWrapText(true);
    note.getStyleClass().add("field-help");
    return note;
  }

  private static String day(Instant when) {
    return TimeText.full(LocalDate.ofInstant(when, ZoneId.systemDefault()));
  }
}
