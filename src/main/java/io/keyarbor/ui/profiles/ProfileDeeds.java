package io.keyarbor.ui.profiles;

import static io.keyarbor.language.Texts.tr;

import io.keyarbor.ui.work.Workspace;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.ProfileId;
import io.keyarbor.vault.Profiles;
import io.keyarbor.vault.VaultException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a person does with profiles, each with its way back. A way back puts nothing in the place of
 * what was changed after it.
 */
final class ProfileDeeds {
  private final Workspace work;

  /** Acts on the vault of {@code work}. */
  ProfileDeeds(Workspace work) {
    this.work = work;
  }

  /** A profile before and after a change of it. */
  record Change(Profile before, Profile after) {}

  private Profiles profiles() {
    return work.session().profiles();
  }

  /**
   * Changes only this about a profile, whatever else became of it since it was looked at. Not for
   * the JavaFX thread.
   */
  Change change(Profile listed, UnaryOperator<Profile> how) {
    Profile before = newest(listed.id());
    return new Change(before, profiles().change(how.apply(before)));
  }

  /** The same on a thread of its own; tells {@code done}, or the person what went wrong. */
  void change(Profile listed, UnaryOperator<Profile> how, Consumer<Change> done) {
    work.background().run(() -> change(listed, how), done, work.dialogs()::error);
  }

  private Profile newest(ProfileId id) {
    return profiles().all().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new VaultException.Refused(tr("That profile was deleted meanwhile.")));
  }

  /** Says that a profile was changed, and offers the way back; for the JavaFX thread. */
  void undoable(String message, Change made) {
    work.dialogs()
        .undoable(
            message,
            failed ->
                work.background()
                    .run(
                        () -> profiles().change(unlessChanged(made)),
                        back -> say(tr("“{0}” as before", back.name())),
                        failed));
  }

  private Profile unlessChanged(Change made) {
    if (!newest(made.after().id()).equals(made.after())) {
      throw new VaultException.ChangedElsewhere(made.after().name());
    }
    return made.before();
  }

  /**
   * Deletes a profile; for the JavaFX thread.
   *
   * @param back told the profile once it is there again
   */
  void delete(Profile profile, Consumer<Profile> back) {
    work.background()
        .run(
            () -> {
              profiles().delete(profile.id());
              return profile;
            },
            gone ->
                work.dialogs()
                    .undoable(
                        tr("Deleted the profile “{0}”", gone.name()),
                        failed -> work.background().run(() -> restore(gone), back, failed)),
            work.dialogs()::error);
  }

  /** All of it or nothing. */
  private Profile restore(Profile gone) {
    Profile again = profiles().add(gone.name(), gone.description());
    try {
      return profiles().change(again.withVariables(gone.variables()));
    } catch (RuntimeException e) {
      profiles().delete(again.id());
      throw e;
    }
  }

  private void say(String words) {
    work.dialogs().toast(words, Optional.empty());
  }
}
