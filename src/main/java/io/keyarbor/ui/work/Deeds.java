package io.keyarbor.ui.work;

import static io.keyarbor.language.Texts.count;
import static io.keyarbor.language.Texts.tr;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.environment.MainSecret;
import io.keyarbor.vault.environment.OneTimeKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a person does with credentials, each with its word of what happened and its way back. For
 * the JavaFX thread; the work itself is done off it.
 */
public final class Deeds {
  private final Workspace work;
  private final Edits edits;

  /** Acts on the vault of {@code work}. */
  public Deeds(Workspace work) {
    this.work = work;
    edits = work.edits();
  }

  private Credentials credentials() {
    return work.session().credentials();
  }

  /** Puts credentials in the trash and offers to undo that. */
  public void moveToTrash(Collection<Credential> chosen) {
    if (chosen.isEmpty()) {
      return;
    }
    List<CredentialId> ids = ids(chosen);
    run(
        () -> credentials().moveToTrash(ids),
        () ->
            work.dialogs()
                .undoable(
                    tr("{0} moved to the trash", Edits.name(chosen)),
                    failed -> work.background().run(() -> putBack(ids), this::restored, failed)));
  }

  /** Takes credentials out of the trash and offers to undo that. */
  public void restore(Collection<CredentialId> ids) {
    run(
        () -> credentials().restore(ids),
        () ->
            work.dialogs()
                .undoable(
                    words(ids),
                    failed ->
                        run(() -> credentials().moveToTrash(ids), () -> thrownAgain(ids), failed)));
  }

  /** Those that are in the trash come out of it. */
  private List<CredentialId> putBack(List<CredentialId> ids) {
    Set<CredentialId> trash =
        credentials().trash().stream().map(Credential::id).collect(Collectors.toSet());
    List<CredentialId> there = ids.stream().filter(trash::contains).toList();
    if (there.isEmpty()) {
      throw ids.stream()
          .flatMap(id -> credentials().find(id).stream())
          .findFirst()
          .<VaultException>map(c -> new VaultException.ChangedElsewhere(c.details().name()))
          .orElseGet(() -> new VaultException.Refused(tr("It was deleted for good.")));
    }
    credentials().restore(there);
    return there;
  }

  private void restored(Collection<CredentialId> ids) {
    work.dialogs().toast(words(ids), Optional.empty());
  }

  private static String words(Collection<CredentialId> ids) {
    return count(ids.size(), "Restored", "{0} restored");
  }

  private void thrownAgain(Collection<CredentialId> ids) {
    work.dialogs()
        .toast(
            count(ids.size(), "Back in the trash", "{0} are back in the trash"), Optional.empty());
  }

  /** Asks, then deletes credentials from the trash for good; nothing brings them back. */
  public void purge(Collection<Credential> chosen) {
    String name = Edits.name(chosen);
    work.dialogs()
        .confirm(
            new Question(
                tr("Delete for good?"),
                tr("{0} will be deleted with all earlier versions. This cannot be undone.", name),
                tr("Delete for good"),
                true),
            () ->
                run(
                    () -> credentials().purge(ids(chosen)),
                    () ->
                        work.dialogs().toast(tr("{0} deleted for good", name), Optional.empty())));
  }

  /** Marks or unmarks favourites. */
  public void setFavourite(Collection<Credential> chosen, boolean favourite) {
    edit(
        chosen,
        d -> d.withFavourite(favourite),
        name ->
            favourite
                ? tr("{0} added to the favourites", name)
                : tr("{0} removed from the favourites", name));
  }

  /** Puts credentials in a group; an empty one is the top. */
  public void moveToGroup(Collection<Credential> chosen, Optional<GroupId> group) {
    edit(chosen, d -> d.withGroup(group), name -> tr("{0} moved", name));
  }

  /** Changes what a person says of credentials; {@code done} as {@link Edits#change} says. */
  public void edit(
      Collection<Credential> chosen, UnaryOperator<Details> change, UnaryOperator<String> done) {
    edits.change(chosen, change, done, () -> {});
  }

  /** Accepts that server certificate for a credential's tests, then calls {@code then}. */
  public void trust(Credential credential, String sha256, Runnable then) {
    TlsTrust pin = new TlsTrust.Pin(sha256);
    edits.change(
        List.of(credential),
        d -> d.withTrust(pin),
        name -> tr("The server of {0} is trusted", name),
        then);
  }

  /** Copies one secret field. */
  public void copySecret(CredentialId id, String field, String label) {
    copy(id, field, label, secret -> secret);
  }

  private void copy(CredentialId id, String field, String label, UnaryOperator<Secret> made) {
    work.background()
        .run(
            () -> credentials().secret(id, field).map(made),
            found -> {
              found.ifPresent(secret -> copy(secret, label));
              work.copying().recent().used(id);
            },
            work.dialogs()::error);
  }

  /**
   * Copies the secret that a credential is mostly about: the first one of its form, or else the
   * one-time code of the moment; says so if there is neither.
   */
  public void copyMainSecret(Credential credential) {
    String name = credential.details().name();
    MainSecret.orFirst(credential, work.catalogue().find(credential.details().serviceType()))
        .ifPresentOrElse(
            field -> copySecret(credential.id(), field, name),
            () ->
                OneTimeKey.of(credential)
                    .ifPresentOrElse(
                        key -> copyCode(credential.id(), key, name),
                        () ->
                            work.dialogs()
                                .toast(tr("“{0}” has no secret to copy", name), Optional.empty())));
  }

  private void copyCode(CredentialId id, String field, String name) {
    copy(
        id,
        field,
        tr("{0} of {1}", tr("One-time code"), name),
        key -> OneTimeCode.of(key, work.clock().instant()));
  }

  private void copy(Secret secret, String label) {
    try (secret) {
      work.copying().secret(secret);
    }
    work.dialogs()
        .toast(
            tr("{0} copied; cleared in {1} s", label, work.copying().seconds()), Optional.empty());
  }

  private void run(Runnable task, Runnable then) {
    run(task, then, work.dialogs()::error);
  }

  private void run(Runnable task, Runnable then, Consumer<Throwable> failed) {
    work.background()
        .run(
            () -> {
              task.run();
              return true;
            },
            done -> then.run(),
            failed);
  }

  private static List<CredentialId> ids(Collection<Credential> chosen) {
    return chosen.stream().map(Credential::id).toList();
  }
}
