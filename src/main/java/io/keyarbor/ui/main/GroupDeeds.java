package io.keyarbor.ui.main;

import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.ui.schedule.ScheduleDialog;
import io.keyarbor.ui.work.NamePrompt;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

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
    new NamePrompt(work, "group").ask(title, before, verb, deed, done -> {});
  }
}
