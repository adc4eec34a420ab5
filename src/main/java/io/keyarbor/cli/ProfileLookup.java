package io.keyarbor.cli;

import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Session;

/** Finds the profile that an argument names. */
final class ProfileLookup {
  private ProfileLookup() {}

  /**
   * The one of that name, ignoring case.
   *
   * @throws CommandFault with {@link ExitCode#NOT_FOUND} and near names
   */
  static Profile get(Session session, String name) {
    return session
        .profiles()
        .named(name)
        .orElseThrow(() ->
            CommandFault.notFound(
                "There is no profile named “"
                    + Printable.of(name)
                    + "”."
                    + NearNames.hint(
                        name, session.profiles().all().stream().map(Profile::name).toList())));
  }
}
