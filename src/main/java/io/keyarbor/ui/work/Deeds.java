package io.keyarbor.ui.work;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.transfer.Draft;
import io.keyarbor.ui.dialog.Dialogs.Action;
import io.keyarbor.ui.dialog.Dialogs.Question;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.environment.MainSecret;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

/**
 * What a person does with credentials, each with its word of what happened and its way back. For
 * the JavaFX thread; the work itself is done off it.
 */
public final class Deeds {
  private final Workspace work;

  /** Acts on the vault of {@code work}. */
  public Deeds(Workspace work) {
    this.work = work;
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
                .toast(
                    words(chosen) + " moved to the trash",
                    Optional.of(new Action("Undo", () -> restore(ids)))));
  }

  /** Takes credentials out of the trash. */
  public void restore(Collection<CredentialId> ids) {
    run(
        () -> credentials().restore(ids),
        () ->
            work.dialogs()
                .toast(ids.size() == 1 ? "Restored" : ids.size() + " restored", Optional.empty()));
  }

  /** Asks, then deletes credentials from the trash for good. */
  public void purge(Collection<Credential> chosen) {
    work.dialogs()
        .confirm(
            new Question(
                "Delete for good?",
                words(chosen)
                    + " will be deleted with all earlier versions. This cannot be undone.",
                "Delete for good",
                true),
            () ->
                run(
                    () -> credentials().purge(ids(chosen)),
                    () ->
                        work.dialogs()
                            .toast(words(chosen) + " deleted for good", Optional.empty())));
  }

  /** Marks or unmarks a favourite. */
  public void setFavourite(Credential credential, boolean favourite) {
    edit(credential, d -> d.withFavourite(favourite), () -> {});
  }

  /** Puts credentials in a group; an empty one is the top. */
  public void moveToGroup(Collection<Credential> chosen, Optional<GroupId> group) {
    chosen.forEach(credential -> edit(credential, d -> d.withGroup(group), () -> {}));
  }

  /** Accepts that server certificate for a credential's tests, then calls {@code then}. */
  public void trust(Credential credential, String sha256, Runnable then) {
    TlsTrust pin = new TlsTrust.Pin(sha256);
    edit(credential, d -> d.withTrust(pin), then);
  }

  /** Copies one secret field. */
  public void copySecret(CredentialId id, String field, String label) {
    work.background()
        .run(
            () -> credentials().secret(id, field),
            found -> {
              found.ifPresent(secret -> copy(secret, label));
              work.copying().recent().used(id);
            },
            work.dialogs()::error);
  }

  /** Copies the secret that a credential is mostly about: the first one of its form. */
  public void copyMainSecret(Credential credential) {
    mainSecret(credential)
        .ifPresent(field -> copySecret(credential.id(), field, credential.details().name()));
  }

  private Optional<String> mainSecret(Credential credential) {
    return MainSecret.of(credential, work::catalogue)
        .or(() ->
            credential.secretFields().stream()
                .filter(field -> !field.startsWith(Draft.ATTACHMENT))
                .sorted()
                .findFirst());
  }

  private void copy(Secret secret, String label) {
    try (secret) {
      work.copying().secret(secret);
    }
    work.dialogs()
        .toast(label + " copied; cleared in " + work.copying().seconds() + " s", Optional.empty());
  }

  private void edit(Credential credential, UnaryOperator<Details> change, Runnable then) {
    run(
        () ->
            credentials().edit(credential, change.apply(credential.details()), Map.of(), Set.of()),
        then);
  }

  private void run(Runnable work, Runnable then) {
    run(
        () -> {
          work.run();
          return true;
        },
        then);
  }

  private <T> void run(Callable<T> task, Runnable then) {
    work.background().run(task, result -> then.run(), work.dialogs()::error);
  }

  private static List<CredentialId> ids(Collection<Credential> chosen) {
    return chosen.stream().map(Credential::id).toList();
  }

  private static String words(Collection<Credential> chosen) {
    return chosen.size() == 1
        ? "“" + chosen.iterator().next().details().name() + "”"
        : chosen.size() + " credentials";
  }
}
