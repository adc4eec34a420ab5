package io.keyarbor.ui.main;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.schedule.ScheduleDialog;
import io.keyarbor.ui.work.NamePrompt;
import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Groups;
import io.keyarbor.vault.VaultException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a person does with groups, each with its way back. For the JavaFX thread; the work itself is
 * done off it.
 */
final class GroupDeeds {
  private final Workspace work;

  GroupDeeds(Workspace work) {
    this.work = work;
  }

  private Groups groups() {
    return work.session().groups();
  }

  /** The group as it is now; the list may not show that yet. */
  private Group newest(Group listed) {
    return groups().all().stream()
        .filter(g -> g.id().equals(listed.id()))
        .findFirst()
        .orElse(listed);
  }

  /** Asks for a name and makes a group. */
  void add(Optional<GroupId> parent) {
    ask(tr("New group"), "", tr("Create"), name -> groups().add(name, parent), made -> {});
  }

  /** Asks for another name. */
  void rename(Group listed) {
    Group group = newest(listed);
    ask(
        tr("Rename group"),
        group.name(),
        tr("Rename"),
        name -> groups().change(group.withName(name)),
        after ->
            undoable(
                tr("“{0}” is now called “{1}”", group.name(), after.name()),
                after,
                now -> now.withName(group.name())));
  }

  /** Puts a group into another, or at the top. */
  void move(Group listed, Optional<GroupId> parent) {
    Group group = newest(listed);
    if (group.parent().equals(parent)) {
      return;
    }
    run(
        () -> groups().change(group.withParent(parent)),
        after ->
            undoable(
                tr("“{0}” moved", group.name()), after, now -> now.withParent(group.parent())));
  }

  /** Asks how often what lies in a group is to be tested by itself. */
  void schedule(Group listed) {
    Group group = newest(listed);
    new ScheduleDialog(
            work,
            group,
            after ->
                undoable(
                    tr("Scheduled tests of “{0}” changed", group.name()),
                    after,
                    now -> now.withSchedule(group.schedule())))
        .open();
  }

  /** Deletes a group; what it holds moves up, and comes back with it. */
  void delete(Group listed) {
    Group group = newest(listed);
    Optional<GroupId> inside = Optional.of(group.id());
    List<GroupId> groups =
        groups().all().stream().filter(g -> g.parent().equals(inside)).map(Group::id).toList();
    var credentials = work.session().credentials();
    List<CredentialId> held =
        Stream.concat(credentials.all().stream(), credentials.trash().stream())
            .filter(c -> c.details().group().equals(inside))
            .map(Credential::id)
            .toList();
    run(
        () -> {
          groups().delete(group.id());
          return group;
        },
        gone ->
            work.dialogs()
                .undoable(
                    tr("Group “{0}” deleted; what it held moved up", group.name()),
                    () ->
                        run(
                            () -> groups().restore(group, groups, held),
                            back -> say(tr("Group “{0}” is back", back.name())))));
  }

  /** Offers the way back, which leaves alone what was changed since. */
  private void undoable(String message, Group after, UnaryOperator<Group> back) {
    work.dialogs()
        .undoable(
            message,
            () ->
                run(
                    () -> groups().change(back.apply(unchanged(after))),
                    done -> say(tr("“{0}” as before", done.name()))));
  }

  private Group unchanged(Group after) {
    return groups().all().stream()
        .filter(after::equals)
        .findFirst()
        .orElseThrow(() -> new VaultException.ChangedElsewhere(after.name()));
  }

  private void say(String words) {
    work.dialogs().toast(words, Optional.empty());
  }

  private <T> void run(Callable<T> task, Consumer<T> done) {
    work.background().run(task, done, work.dialogs()::error);
  }

  private void ask(
      String title,
      String before,
      String verb,
      Function<String, Group> deed,
      Consumer<Group> done) {
    new NamePrompt(work, "group").ask(title, before, verb, deed, done);
  }
}
