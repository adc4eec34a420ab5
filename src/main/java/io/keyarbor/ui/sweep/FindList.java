package io.keyarbor.ui.sweep;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Prober;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.transfer.sweep.Find;
import io.keyarbor.transfer.sweep.Findings;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.control.TickList;
import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.ui.work.Held;
import io.keyarbor.ui.work.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a sweep found, under the place it was found in, each with its test. */
final class FindList {
  /** So many services are asked at the same time. */
  private static final int AT_ONCE = 4;

  private final Workspace work;
  private final Prober prober;
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final Map<Find, Optional<Verdict>> tests = new HashMap<>();
  private final TickList<Line> list;
  private Held<Findings> held;

  /**
   * A line.
   *
   * @param place a heading, where {@code find} is empty
   */
  record Line(String place, Optional<Find> find) {}

  FindList(Workspace work, Prober prober, Runnable changed) {
    this.work = work;
    this.prober = prober;
    list = new TickList<>(FindList::isNew, this::draw, FindList::says);
    list.setTitle(tr("Credentials found"));
    list.onChange(changed);
  }

  private static boolean isNew(Line line) {
    return line.find().filter(f -> f.state() == Find.State.NEW).isPresent();
  }

  Region view() {
    return list;
  }

  void begin() {
    list.begin();
  }

  /** Shows what was found, with all ticked that is new. */
  void show(Held<Findings> from, Findings findings) {
    held = from;
    tests.clear();
    list.show(lines(findings.finds()), line -> true);
  }

  /** The finds, each under a heading that says where it lies. */
  static List<Line> lines(List<Find> finds) {
    List<Line> lines = new ArrayList<>();
    String before = "";
    for (Find find : finds) {
      String place = place(find);
      if (!place.equals(before)) {
        lines.add(new Line(place, Optional.empty()));
        before = place;
      }
      lines.add(new Line(place, Optional.of(find)));
    }
    return lines;
  }

  private static String place(Find find) {
    return find.source()
        .file()
        .map(Object::toString)
        .orElse(tr("Environment variables of this app"));
  }

  List<Find> ticked() {
    return list.ticked().stream().flatMap(line -> line.find().stream()).toList();
  }

  /** Whether something was found that the vault has already. */
  boolean hasKnown() {
    return list.items().stream()
        .flatMap(line -> line.find().stream())
        .anyMatch(find -> find.state() == Find.State.ALREADY_IN_VAULT);
  }

  /** Indexes of the ticked among those that are new, as {@link Findings#newOnes} has them. */
  Set<Integer> chosen() {
    Set<Find> ticked = new HashSet<>(ticked());
    Set<Integer> chosen = new HashSet<>();
    int index = 0;
    for (Line line : list.items()) {
      if (isNew(line)) {
        if (ticked.contains(line.find().orElseThrow())) {
          chosen.add(index);
        }
        index++;
      }
    }
    return chosen;
  }

  /** Asks the services of all that are ticked and were not asked yet. */
  void testTicked() {
    ticked().stream().filter(f -> !tests.containsKey(f)).forEach(this::test);
  }

  private static boolean isTestable(Find find) {
    return !find.service().probes().isEmpty();
  }

  private void test(Find find) {
    if (!isTestable(find)) {
      return;
    }
    Held<Findings> from = held;
    tests.put(find, Optional.empty());
    list.refresh();
    work.background()
        .run(
            () -> {
              slots.acquire();
              try (FieldValues values = from.use(findings -> values(find))) {
                return prober.test(find.service(), values, find.draft().details().trust());
              } finally {
                slots.release();
              }
            },
            verdict -> {
              tests.put(find, Optional.of(verdict));
              list.refresh();
            },
            failure -> {
              tests.remove(find);
              list.refresh();
            });
  }

  private static FieldValues values(Find find) {
    Map<String, Secret> copies = new HashMap<>();
    find.draft().secrets().forEach((field, secret) -> copies.put(field, secret.copy()));
    return new FieldValues(find.draft().details().fields(), copies);
  }

  private Node draw(Line line) {
    return line.find().map(this::draw).orElseGet(() -> heading(line.place()));
  }

  private static Node heading(String place) {
    Label label = new Label(place);
    label.getStyleClass().add("find-place");
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(place));
    return label;
  }

  private Node draw(Find find) {
    Label name = new Label(find.draft().details().name());
    name.setMinWidth(0);
    Label about = new Label(about(find));
    about.getStyleClass().add("hint");
    about.setMinWidth(0);
    about.setTooltip(new Tooltip(about.getText()));
    VBox words = new VBox(name, about);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label preview = new Label(find.preview());
    preview.getStyleClass().addAll("mono", "find-preview");
    preview.setAccessibleText(tr("masked"));
    Label state = new Label(stateText(find));
    state
        .getStyleClass()
        .addAll("tag", find.state() == Find.State.NEW ? "state-add" : "state-there");
    state.setMinWidth(Region.USE_PREF_SIZE);
    state.setTooltip(new Tooltip(find.sameAs().isEmpty() ? tr("Not in the vault") : find.sameAs()));
    HBox row = new HBox(new ServiceIcon(Optional.of(find.service()), 1.85), words, preview, state);
    row.getChildren().add(tested(find));
    row.getStyleClass().add("variable");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node tested(Find find) {
    Optional<Verdict> verdict = tests.get(find);
    if (verdict != null) {
      VerdictBadge badge = new VerdictBadge();
      badge.setVerdict(verdict);
      badge.setTesting(verdict.isEmpty());
      badge.setMinWidth(Region.USE_PREF_SIZE);
      badge.setMaxHeight(Region.USE_PREF_SIZE);
      return badge;
    }
    Button test = new Button(tr("Test"));
    test.getStyleClass().add("small");
    test.setMinWidth(Region.USE_PREF_SIZE);
    test.setFocusTraversable(false);
    test.setAccessibleText(tr("Test {0}", find.draft().details().name()));
    test.setDisable(!isTestable(find));
    test.setOnAction(e -> test(find));
    return test;
  }

  private static String about(Find find) {
    List<String> about = new ArrayList<>();
    about.add(find.service().displayName());
    about.add(
        find.source().line() > 0
            ? tr("{0}, line {1}", find.source().name(), find.source().line())
            : find.source().name());
    if (find.state() != Find.State.NEW) {
      about.add(tr("same as {0}", find.sameAs()));
    }
    return String.join(" · ", about);
  }

  private static String stateText(Find find) {
    return switch (find.state()) {
      case NEW -> tr("New");
      case ALREADY_IN_VAULT -> tr("In the vault");
      case DUPLICATE -> tr("Found twice");
    };
  }

  private static String says(Line line) {
    return line.find()
        .map(f -> f.draft().details().name() + ", " + stateText(f) + ", " + about(f))
        .orElse(line.place());
  }
}
