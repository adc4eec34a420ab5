package io.keyarbor.ui.sweep;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.retold;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.transfer.sweep.Replacement;
import io.keyarbor.transfer.sweep.Source;
import io.keyarbor.ui.control.TickList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Third page of a sweep: which files would have references in the place of secrets. */
final class ReplacePage extends VBox {
  private static final int SHOWN = 6;

  private final Label done = new Label();
  private final CheckBox toolsToo = new CheckBox(tr("Also in the files of tools"));
  private final TickList<Replacement> list;

  /**
   * The page.
   *
   * @param changed called when other files are ticked
   * @param replan called when other files are asked for
   */
  ReplacePage(Runnable changed, Runnable replan) {
    getStyleClass().add("transfer-page");
    done.getStyleClass().add("section-heading");
    Label intro =
        new Label(
            tr(
                "The secrets are in the vault now, and still in these files. A reference can take"
                    + " their place: keyarbor run puts the value in when a program starts. What is"
                    + " in a file today is kept encrypted in the vault, so that you can undo it."));
    intro.setWrapText(true);
    intro.setMinHeight(USE_PREF_SIZE);
    Label warning =
        new Label(
            tr(
                "A tool cannot read its file with references in it: before each use, keyarbor inject"
                    + " has to fill them in."));
    warning.setWrapText(true);
    warning.setMinHeight(USE_PREF_SIZE);
    warning.getStyleClass().add("hint");
    toolsToo.setId("replace-tools");
    toolsToo.setMnemonicParsing(false);
    toolsToo.setOnAction(e -> replan.run());
    list = new TickList<>(r -> !r.changes().isEmpty(), ReplacePage::draw, r -> r.file().toString());
    list.setTitle(tr("Files to change"));
    list.onChange(changed);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(done, intro, list, toolsToo, warning);
  }

  /**
   * Shows what would be written, with the files ticked that programs read by {@code keyarbor run}.
   */
  void show(String whatWasAdded, List<Replacement> plans) {
    done.setText(whatWasAdded);
    list.show(plans, plan -> plan.kind() == Source.Kind.ENV_FILE);
  }

  boolean isToolsToo() {
    return toolsToo.isSelected();
  }

  List<Replacement> chosen() {
    return list.ticked();
  }

  private static Node draw(Replacement plan) {
    VBox words = new VBox();
    words.setMinWidth(0);
    Label file = new Label(plan.file().toString());
    file.setMinWidth(0);
    words.getChildren().add(file);
    plan.changes().stream()
        .limit(SHOWN)
        .map(c -> tr("line {0}:  {1} = {2}", c.line(), c.name(), c.reference()))
        .forEach(text -> words.getChildren().add(small(text, "mono")));
    if (plan.changes().size() > SHOWN) {
      words.getChildren().add(small(more(plan.changes().size() - SHOWN), "muted"));
    }
    plan.left()
        .forEach(text ->
            words.getChildren().add(small(tr("Left as it is: {0}", retold(text)), "muted")));
    if (!plan.changes().isEmpty()) {
      words.getChildren().add(small(retold(plan.hint()), "muted"));
    }
    return words;
  }

  private static String more(int number) {
    return count(number, "{0} more", "{0} more");
  }

  private static Label small(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().addAll("hint", style);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(text));
    return label;
  }
}
