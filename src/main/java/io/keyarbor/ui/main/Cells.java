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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

  /**
   * Icon and name; of a group its name and size. What it is made of is made once: a row that
   * scrolls into view only gets other words and another icon.
   */
  static final class Name extends TreeTableCell<Row, Row> {
    private final Label text = new Label();
    private final Label size = new Label();
    private final Label star = new Label();
    private final HBox box = new HBox();
    private final Tooltip tooltip = new Tooltip();
    private final ServiceIcon icon = new ServiceIcon(Optional.empty(), 1.7);
    private Object shown;

    Name() {
      getStyleClass().add("name-column");
      box.getStyleClass().add("name-cell");
      box.setAlignment(Pos.CENTER_LEFT);
      text.setMinWidth(0);
      size.getStyleClass().add("group-size");
      size.setMinWidth(USE_PREF_SIZE);
      star.getStyleClass().add("entry-star");
      star.setGraphic(new FontIcon("mdi2s-star"));
      star.setAccessibleText(tr("Favourite"));
      star.setMinWidth(USE_PREF_SIZE);
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
        size.setText(String.valueOf(group.size()));
        show("group-name", text, size);
        setTooltip(null);
      }
    }

    private void entry(Entry entry) {
      String name = entry.credential().details().name();
      text.setText(name);
      icon.show(entry.template());
      if (entry.credential().details().favourite()) {
        show("entry-name", icon, text, star);
      } else {
        show("entry-name", icon, text);
      }
      tooltip.setText(name + "\n" + entry.serviceName());
      setTooltip(tooltip);
    }

    private void show(String textStyle, Node... parts) {
      if (!text.getStyleClass().contains(textStyle)) {
        text.getStyleClass().setAll("label", textStyle);
      }
      if (!box.getChildren().equals(List.of(parts))) {
        box.getChildren().setAll(parts);
      }
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
    private final BooleanSupplier brief;
    private final VerdictBadge badge = new VerdictBadge();
    private final Tooltip tooltip = new Tooltip();
    private final ChangeListener<Number> onTests = (tests, before, now) -> show();

    /**
     * Follows {@code tests}, which changes when a test begins or ends.
     *
     * @param brief whether there is no room for words; who asks reads them where the mouse rests
     */
    Status(Testing testing, ObservableLongValue tests, BooleanSupplier brief) {
      this.testing = testing;
      this.brief = brief;
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
        badge.setBrief(brief.getAsBoolean());
        tooltip.setText(VerdictBadge.words(e.credential().lastTest()));
      });
      setTooltip(entry.isPresent() && brief.getAsBoolean() ? tooltip : null);
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
