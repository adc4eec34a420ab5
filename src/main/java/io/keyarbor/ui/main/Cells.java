package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.control.IconButton;
import io.keyarbor.ui.control.ServiceIcon;
import io.keyarbor.ui.control.VerdictBadge;
import io.keyarbor.ui.list.Entry;
import io.keyarbor.ui.main.Row.EntryRow;
import io.keyarbor.ui.main.Row.GroupRow;
import io.keyarbor.ui.work.Testing;
import io.keyarbor.vault.CredentialId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableLongValue;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** How the columns of the list show their row. */
final class Cells {
  private Cells() {}

  /** Icon and name; of a group its name and size. */
  static final class Name extends TreeTableCell<Row, Row> {
    private final Label text = new Label();
    private final Label extra = new Label();
    private final HBox box = new HBox();
    private final DoubleSupplier em;
    private Object shown;

    Name(DoubleSupplier em) {
      this.em = em;
      box.getStyleClass().add("name-cell");
      box.setAlignment(Pos.CENTER_LEFT);
      text.setMinWidth(0);
      extra.setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      setGraphic(empty || row == null ? null : box);
      if (row instanceof EntryRow(Entry entry) && !entry.equals(shown)) {
        shown = entry;
        entry(entry);
      } else if (row instanceof GroupRow group && !group.equals(shown)) {
        shown = group;
        text.setText(group.branch().title());
        extra.setText(String.valueOf(group.size()));
        style("group-name", "group-size");
        box.getChildren().setAll(text, extra);
      }
    }

    private void entry(Entry entry) {
      text.setText(entry.credential().details().name());
      style("entry-name", "entry-star");
      ServiceIcon icon = new ServiceIcon(entry.template(), Math.round(1.7 * em.getAsDouble()));
      box.getChildren().setAll(icon, text);
      if (entry.credential().details().favourite()) {
        extra.setText(null);
        extra.setGraphic(new FontIcon("mdi2s-star"));
        extra.setAccessibleText(tr("Favourite"));
        box.getChildren().add(extra);
      }
      setTooltip(new Tooltip(entry.credential().details().name() + "\n" + entry.serviceName()));
    }

    private void style(String textStyle, String extraStyle) {
      text.getStyleClass().setAll("label", textStyle);
      extra.getStyleClass().setAll("label", extraStyle);
      extra.setGraphic(null);
      extra.setAccessibleText(null);
      setTooltip(null);
    }
  }

  /** A word or two of a credential. */
  static final class Words extends TreeTableCell<Row, Row> {
    private final Function<Entry, String> words;

    Words(Function<Entry, String> words) {
      this.words = words;
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty ? null : Row.entry(row).map(words).orElse(null));
    }
  }

  /** The verdict, or that a test is under way. */
  static final class Status extends TreeTableCell<Row, Row> {
    private final Testing testing;
    private final VerdictBadge badge = new VerdictBadge();
    private final ChangeListener<Number> onTests = (tests, before, now) -> show();

    /** Follows {@code tests}, which changes when a test begins or ends. */
    Status(Testing testing, ObservableLongValue tests) {
      this.testing = testing;
      tests.addListener(new WeakChangeListener<>(onTests));
      badge.setMaxWidth(USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      show();
    }

    private void show() {
      Optional<Entry> entry = isEmpty() ? Optional.empty() : Row.entry(getItem());
      setGraphic(entry.isPresent() ? badge : null);
      entry.ifPresent(e -> {
        badge.setVerdict(e.credential().lastTest());
        badge.setTesting(testing.isTesting(e.id()));
      });
    }
  }

  /**
   * A button that tests the row's credential; seen on the row under the mouse and the chosen one.
   */
  static final class TestButton extends TreeTableCell<Row, Row> {
    private final Testing testing;
    private final IconButton button;
    private final ChangeListener<Number> onTests = (tests, before, now) -> enable();
    private CredentialId id;

    /** Follows {@code tests}, which changes when a test begins or ends. */
    TestButton(Testing testing, ObservableLongValue tests) {
      this.testing = testing;
      tests.addListener(new WeakChangeListener<>(onTests));
      button = new IconButton("mdi2l-lan-connect", tr("Test"), () -> testing.test(id));
      button.getStyleClass().add("row-test");
      button.setFocusTraversable(false);
      setAlignment(Pos.CENTER);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
      super.updateItem(row, empty);
      Optional<Entry> entry = empty ? Optional.empty() : Row.entry(row);
      Node graphic = entry.filter(Entry::isTestable).isPresent() ? button : null;
      setGraphic(graphic);
      entry.ifPresent(e -> {
        if (!Objects.equals(id, e.id())) {
          id = e.id();
          button.show("mdi2l-lan-connect", tr("Test {0}", e.credential().details().name()));
        }
      });
      enable();
    }

    private void enable() {
      button.setDisable(id != null && testing.isTesting(id));
    }
  }
}
