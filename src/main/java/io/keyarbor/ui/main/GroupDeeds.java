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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a person does with groups, each with its way back. For the JavaFX thread; the work itself is
 * done off it.
 */
final class GroupDeeds {
  private final Workspace work;

  private record Change(Group before, Group after) {}

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
        .orElseThrow(() -> new VaultException.Refused("The group is gone. Choose another one."));
  }

  /** Does something about the group as it is now, or says that it is gone; nothing after a lock. */
  private void about(Group listed, Consumer<Group> deed) {
    try {
      deed.accept(newest(listed));
    } catch (VaultException.Locked e) {
      // The window closes by itself.
    } catch (VaultException e) {
      work.dialogs().error(e);
    }
  }

  /** Changes only this about a group, whatever else became of it since it was looked at. */
  private Change change(Group listed, UnaryOperator<Group> how) {
    Group before = newest(listed);
    return new Change(before, groups().change(how.apply(before)));
  }

  /** Asks for a name and makes a group. */
  void add(Optional<GroupId> parent) {
    new NamePrompt(work, "group")
        .ask(tr("New group"), "", tr("Create"), name -> groups().add(name, parent), made -> {});
  }

  /** Asks for another name. */
  void rename(Group listed) {
    about(
        listed,
        group ->
            new NamePrompt(work, "group")
                .ask(
                    tr("Rename group"),
                    group.name(),
                    tr("Rename"),
                    name -> change(group, now -> now.withName(name)),
                    made ->
                        undoable(
                            tr(
                                "“{0}” is now called “{1}”",
                                made.before().name(), made.after().name()),
                            made.after(),
                            now -> now.withName(made.before().name()))));
  }

  /** Puts a group into another, or at the top. */
  void move(Group listed, Optional<GroupId> parent) {
    about(
        listed,
        group -> {
          if (!group.parent().equals(parent)) {
            run(
                () -> change(group, now -> now.withParent(parent)),
                made ->
                    undoable(
                        tr("“{0}” moved", made.after().name()),
                        made.after(),
                        now -> now.withParent(made.before().parent())));
          }
        });
  }

  /** Asks how often what lies in a group is to be tested by itself. */
  void schedule(Group listed) {
    about(
        listed,
        group ->
            new ScheduleDialog(work, group)
                .ask(
                    wanted -> change(group, now -> now.withSchedule(wanted)),
                    made -> {
                      if (!made.after().equals(made.before())) {
                        undoable(
                            tr("Scheduled tests of “{0}” changed", made.after().name()),
                            made.after(),
                            now -> now.withSchedule(made.before().schedule()));
                      }
                    }));
  }

  /** Deletes a group; what it holds moves up, and comes back with it. */
  void delete(Group listed) {
    about(listed, this::deleteNow);
  }

  private void deleteNow(Group group) {
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
                    failed ->
                        work.background()
                            .run(
                                () -> groups().restore(group, groups, held),
                                back -> say(tr("Group “{0}” is back", back.name())),
                                failed)));
  }

  /** Offers the way back, which leaves alone what was changed since. */
  private void undoable(String message, Group after, UnaryOperator<Group> back) {
    work.dialogs()
        .undoable(
            message,
            failed ->
                work.background()
                    .run(
                        () -> groups().change(back.apply(unchanged(after))),
                        done -> say(tr("“{0}” as before", done.name())),
                        failed));
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
}
