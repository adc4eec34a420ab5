package io.keyarbor.ui.main;

import io.keyarbor.ui.dialog.Dialogs.Handle;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.dialog.ErrorText;
import io.keyarbor.ui.dialog.Notice;
import io.keyarbor.ui.schedule.ScheduleDialog;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a person does with groups. For the JavaFX thread; the work itself is done off it. */
final class GroupDeeds {
  private final Workspace work;

  GroupDeeds(Workspace work) {
    this.work = work;
  }

  /** Asks for a name and makes a group. */
  void add(Optional<GroupId> parent) {
    ask("New group", "", "Create", name -> work.session().groups().add(name, parent));
  }

  /** Asks for another name. */
  void rename(Group group) {
    ask(
        "Rename group",
        group.name(),
        "Rename",
        name -> work.session().groups().change(group.withName(name)));
  }

  /** Puts a group into another, or at the top. */
  void move(Group group, Optional<GroupId> parent) {
    run(() -> work.session().groups().change(group.withParent(parent)));
  }

  /** Asks how often what lies in a group is to be tested by itself. */
  void schedule(Group group) {
    new ScheduleDialog(work, group).open();
  }

  /** Asks, then deletes a group; what it holds moves up. */
  void delete(Group group) {
    work.dialogs()
        .confirm(
            new Question(
                "Delete the group “" + group.name() + "”?",
                "What it holds moves up to the group above. No credential is deleted.",
                "Delete group",
                true),
            () ->
                run(() -> {
                  work.session().groups().delete(group.id());
                  return true;
                }));
  }

  private void run(Callable<?> task) {
    work.background().run(task, done -> {}, work.dialogs()::error);
  }

  private void ask(String title, String before, String verb, Function<String, Group> deed) {
    TextField name = new TextField(before);
    name.setId("group-name");
    name.setAccessibleText("Name of the group");
    Label label = new Label("Name");
    label.setLabelFor(name);
    VBox field = new VBox(label, name);
    field.getStyleClass().add("field");
    Notice notice = new Notice();
    Button ok = new Button(verb);
    ok.getStyleClass().add("accent");
    ok.setDefaultButton(true);
    ok.disableProperty().bind(name.textProperty().map(String::isBlank));
    Button cancel = new Button("Cancel");
    HBox buttons = new HBox(cancel, ok);
    buttons.getStyleClass().add("dialog-buttons");
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox content = new VBox(field, notice, buttons);
    content.getStyleClass().add("dialog-message");
    Handle[] handle = new Handle[1];
    handle[0] = work.dialogs().show(content, title, () -> handle[0].close());
    cancel.setOnAction(e -> handle[0].close());
    ok.setOnAction(e ->
        work.background()
            .run(
                () -> deed.apply(name.getText().strip()),
                done -> handle[0].close(),
                failure -> notice.show(ErrorText.of(failure).message())));
    name.selectAll();
  }
}
