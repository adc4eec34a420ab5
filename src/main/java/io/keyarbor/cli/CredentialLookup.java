package io.keyarbor.cli;

import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.NameKey;
import io.keyarbor.vault.Session;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the credential that an argument names: by its whole name, ignoring case, or by the id that
 * {@code --json} prints. A part of a name is not enough: once the one that was meant is gone, a
 * script would silently get another one.
 */
public final class CredentialLookup {
  private final Credentials credentials;

  /** Among the credentials of {@code session}. */
  public CredentialLookup(Session session) {
    credentials = session.credentials();
  }

  /** The one in use, if there is one. */
  public Optional<Credential> find(String name) {
    return credentials
        .named(name)
        .or(() ->
            id(name)
                .flatMap(credentials::find)
                .filter(credential -> credential.trashed().isEmpty()));
  }

  /**
   * The one in use.
   *
   * @throws CommandFault with {@link ExitCode#NOT_FOUND} and near names
   */
  public Credential get(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /** All of them, or a fault for the first that is not there. */
  public List<Credential> all(Collection<String> names) {
    return names.stream().map(this::get).distinct().toList();
  }

  /**
   * The one in the trash; of several with that name the one deleted last.
   *
   * @throws CommandFault with {@link ExitCode#NOT_FOUND} and near names
   */
  public Credential inTrash(String name) {
    List<Credential> trash = credentials.trash();
    return trash.stream()
        .filter(c ->
            NameKey.of(c.details().name()).equals(NameKey.of(name))
                || id(name).filter(c.id()::equals).isPresent())
        .max((a, b) -> a.trashed().orElseThrow().compareTo(b.trashed().orElseThrow()))
        .orElseThrow(() ->
            CommandFault.notFound(
                "The trash holds no credential named “"
                    + Printable.of(name)
                    + "”."
                    + NearNames.hint(name, names(trash))));
  }

  private CommandFault missing(String name) {
    boolean trashed =
        credentials.trash().stream()
            .anyMatch(c -> NameKey.of(c.details().name()).equals(NameKey.of(name)));
    return CommandFault.notFound(
        "There is no credential named “"
            + Printable.of(name)
            + "”."
            + (trashed
                ? " One of that name is in the trash: keyarbor restore brings it back."
                : NearNames.hint(name, names(credentials.all()))));
  }

  private static List<String> names(Collection<Credential> credentials) {
    return credentials.stream().map(c -> c.details().name()).toList();
  }

  private static Optional<CredentialId> id(String text) {
    try {
      return Optional.of(new CredentialId(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
