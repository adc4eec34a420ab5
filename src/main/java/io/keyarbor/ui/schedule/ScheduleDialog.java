package io.keyarbor.ui.schedule;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.TestSchedule;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks how often what lies in a group is tested by itself. For the JavaFX thread; saves off it. */
public final class ScheduleDialog {
  private final Workspace work;
  private final Group group;
  private final SchedulePicker picker = new SchedulePicker();
  private final Notice notice = new Notice();
  private Optional<Handle> handle = Optional.empty();

  /** About that group, as it is now. */
  public ScheduleDialog(Workspace work, Group group) {
    this.work = work;
    this.group = group;
  }

  /**
   * Shows it.
   *
   * @param deed done off the JavaFX thread with the schedule that was chosen
   * @param done told the result on the JavaFX thread
   */
  public <T> void ask(Function<TestSchedule, T> deed, Consumer<T> done) {
    picker.setAbove(group.parent(), work.session().groups().all());
    picker.show(group.schedule());
    Label words =
        new Label(
            tr(
                "For all credentials in “{0}” and in the groups inside it, where they have no"
                    + " setting of their own.",
                group.name()));
    words.setWrapText(true);
    words.setMinHeight(Label.USE_PREF_SIZE);
    Button save = new Button(tr("Save"));
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    save.setOnAction(e -> save(picker.value(), deed, done));
    Button cancel = new Button(tr("Cancel"));
    cancel.setOnAction(e -> close());
    HBox buttons = new HBox(cancel, save);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(words, picker, notice, buttons);
    content.getStyleClass().add("dialog-message");
    handle = Optional.of(work.dialogs().show(content, tr("Scheduled tests"), this::close));
  }

  private <T> void save(TestSchedule wanted, Function<TestSchedule, T> deed, Consumer<T> done) {
    work.background()
        .run(
            () -> deed.apply(wanted),
            result -> {
              close();
              done.accept(result);
            },
            failure -> notice.show(ErrorText.of(failure).message()));
  }

  private void close() {
    handle.ifPresent(Handle::close);
  }
}
