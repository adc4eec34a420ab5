package io.keyarbor.ui.palette;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.palette.PaletteModel.Marks;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A hit: icon, name over service and account, group, verdict. Made once and filled many times. */
final class PaletteCell extends ListCell<Candidate> {
  private static final String BETWEEN = " · ";

  private final Needs needs;
  private final MarkedText name = new MarkedText("palette-name");
  private final MarkedText about = new MarkedText("palette-about");
  private final Label group = new Label();
  private final VerdictBadge badge = new VerdictBadge();
  private final ServiceIcon icon = new ServiceIcon(Optional.empty(), 2.1);
  private final HBox line;

  /** What a cell shows beside its hit. */
  record Needs(
      Function<Candidate, Marks> marks, Function<Entry, String> group, Predicate<Entry> testing) {}

  PaletteCell(Needs needs) {
    this.needs = needs;
    setPrefWidth(0);
    group.getStyleClass().add("palette-group");
    group.setMinWidth(0);
    badge.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(name, about);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(icon, words, group, badge);
    line.getStyleClass().add("palette-row");
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(Candidate hit, boolean empty) {
    super.updateItem(hit, empty);
    setText(null);
    setGraphic(empty || hit == null ? null : line);
    if (!empty && hit != null) {
      show(hit);
    }
  }

  private void show(Candidate hit) {
    Entry entry = hit.entry();
    Marks marks = needs.marks().apply(hit);
    icon.show(entry.template());
    name.show(hit.name(), marks.name());
    about.show(about(hit, marks), inAbout(hit, marks));
    group.setText(needs.group().apply(entry));
    badge.setVerdict(entry.credential().lastTest());
    badge.setTesting(needs.testing().test(entry));
    setAccessibleText(words(hit));
  }

  /** What is said of a hit. */
  static String words(Candidate hit) {
    return tr(
        "{0}, {1}, {2}", hit.name(), hit.entry().serviceName(), hit.entry().standing().label());
  }

  private static String about(Candidate hit, Marks marks) {
    StringBuilder about = new StringBuilder(hit.entry().serviceName());
    if (!hit.account().isBlank()) {
      about.append(BETWEEN).append(hit.account());
    }
    marks.tags().forEach(tag -> about.append(BETWEEN).append(tag));
    return about.toString();
  }

  private static Set<Integer> inAbout(Candidate hit, Marks marks) {
    Set<Integer> all = new HashSet<>(marks.service());
    int account = hit.entry().serviceName().length() + BETWEEN.length();
    marks.account().forEach(place -> all.add(account + place));
    int tag = account + (hit.account().isBlank() ? 0 : hit.account().length() + BETWEEN.length());
    for (String each : marks.tags()) {
      for (int i = 0; i < each.length(); i++) {
        all.add(tag + i);
      }
      tag += each.length() + BETWEEN.length();
    }
    return all;
  }
}
