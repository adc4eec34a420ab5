package io.keyarbor.ui.palette;

import io.keyarbor.template.Catalogue;
import io.keyarbor.ui.profiles.Variables;
import io.keyarbor.ui.profiles.Variables.Offer;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.Profile.Value;
import io.keyarbor.vault.environment.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command that starts a program with a credential's variables. It names them only. */
final class RunLine {
  private RunLine() {}

  /**
   * A line to put a program's own command after; empty if there is nothing to give to one. A
   * reference needs no quotes in any shell.
   */
  static Optional<String> of(Credential credential, Catalogue catalogue) {
    List<Offer> usual =
        new Variables(catalogue)
            .usual(credential.details(), credential.secretFields()).stream()
                .filter(offer -> Profile.isVariableName(offer.name()))
                .toList();
    return usual.isEmpty()
        ? Optional.empty()
        : Optional.of(
            usual.stream()
                .map(offer -> "--env " + offer.name() + "=" + reference(credential, offer.value()))
                .collect(Collectors.joining(" ", "keyarbor run ", " -- ")));
  }

  private static Reference reference(Credential credential, Value value) {
    String field =
        switch (value) {
          case Value.Field(String name) -> name;
          case Value.FileOf(String name) -> name;
          case Value.ByTemplate(String name) -> name;
        };
    return new Reference(credential.details().name(), Optional.of(field));
  }
}
