package io.keyarbor.ui.wizard;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.TlsTrust;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.template.ServiceTemplate;
import io.keyarbor.ui.form.OwnFields;
import io.keyarbor.ui.profiles.ProfileChoice.Joining;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes what the wizard gathered into the vault. Writes the disk, so not for the JavaFX thread.
 */
final class Saver {
  private final Session session;

  Saver(Session session) {
    this.session = session;
  }

  /**
   * What was gathered. Closing it wipes the secrets.
   *
   * @param entered fields that were filled in
   * @param kept secret fields that stay as they are
   * @param own fields beside those of the form
   * @param verdict of a test of just these fields
   */
  record Gathered(
      ServiceTemplate template,
      FieldValues entered,
      Set<String> kept,
      OwnFields.Entered own,
      About about,
      TlsTrust trust,
      Optional<Verdict> verdict)
      implements AutoCloseable {
    @Override
    public void close() {
      entered.close();
      own.close();
    }

    private Map<String, String> plain() {
      Map<String, String> plain = new HashMap<>(own.plain());
      plain.putAll(entered.plain());
      return plain;
    }

    /** Those that were typed; this stays their owner. */
    private Map<String, Secret> secrets() {
      Map<String, Secret> secrets = new HashMap<>(own.secrets());
      secrets.putAll(entered.secrets());
      return secrets;
    }
  }

  /** Adds a credential, and puts it in profiles. */
  Credential add(Gathered gathered, Joining joining) {
    Credential added =
        credentials()
            .add(
                gathered
                    .about()
                    .details(
                        gathered.template().serviceType(),
                        group(gathered.about()),
                        gathered.plain(),
                        gathered.trust()),
                gathered.secrets());
    joining.apply(session, added.id());
    return recorded(added, gathered);
  }

  /** Changes {@code before} to what was gathered; a stored secret may have got another name. */
  Credential edit(Credential before, Gathered gathered) {
    Map<String, Secret> renamed = new HashMap<>();
    try {
      gathered
          .own()
          .kept()
          .forEach((name, old) -> {
            if (!name.equals(old)) {
              credentials().secret(before.id(), old).ifPresent(secret -> renamed.put(name, secret));
            }
          });
      Map<String, Secret> changed = gathered.secrets();
      changed.putAll(renamed);
      Set<String> removed = new TreeSet<>(before.secretFields());
      removed.removeAll(gathered.kept());
      removed.removeAll(gathered.own().kept().keySet());
      removed.removeAll(changed.keySet());
      return recorded(
          credentials()
              .edit(
                  before,
                  gathered
                      .about()
                      .details(
                          gathered.template().serviceType(),
                          group(gathered.about()),
                          gathered.plain(),
                          gathered.trust()),
                  changed,
                  removed),
          gathered);
    } finally {
      renamed.values().forEach(Secret::close);
    }
  }

  /**
   * What was entered together with the stored secrets that are kept, for the caller to close; it
   * takes over {@code entered}.
   */
  FieldValues complete(Optional<Credential> before, FieldValues entered, Set<String> kept) {
    Map<String, Secret> secrets = new HashMap<>(entered.secrets());
    try {
      for (String field : kept) {
        before
            .flatMap(credential -> credentials().secret(credential.id(), field))
            .ifPresent(secret -> secrets.put(field, secret));
      }
      return new FieldValues(entered.plain(), secrets);
    } catch (RuntimeException locked) {
      secrets.values().forEach(Secret::close);
      throw locked;
    }
  }

  private Credentials credentials() {
    return session.credentials();
  }

  private Credential recorded(Credential saved, Gathered gathered) {
    gathered
        .verdict()
        .ifPresent(verdict -> credentials().recordTest(saved.id(), saved.version(), verdict));
    return saved;
  }

  /** The group chosen; a new one is made once, also when the save after it is tried again. */
  private Optional<GroupId> group(About about) {
    String name = about.newGroup();
    if (name.isEmpty()) {
      return about.group();
    }
    return Optional.of(
        session.groups().all().stream()
            .filter(group -> group.parent().isEmpty() && group.name().equalsIgnoreCase(name))
            .findFirst()
            .map(Group::id)
            .orElseGet(() -> session.groups().add(name, Optional.empty()).id()));
  }
}
