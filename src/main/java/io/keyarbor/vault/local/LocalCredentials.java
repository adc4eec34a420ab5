package io.keyarbor.vault.local;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.Version;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The credentials of one unlocked collection. */
final class LocalCredentials implements Credentials {
  private final Ledger ledger;
  private final String author;
  private final Verdicts verdicts;

  LocalCredentials(Ledger ledger, String author) {
    this.ledger = ledger;
    this.author = author;
    this.verdicts = new Verdicts(ledger);
  }

  @Override
  public List<Credential> all() {
    return ledger.snapshot().inUse();
  }

  @Override
  public List<Credential> trash() {
    return ledger.snapshot().trash();
  }

  @Override
  public Optional<Credential> find(CredentialId id) {
    return ledger.snapshot().credential(id.value());
  }

  @Override
  public Optional<Credential> named(String name) {
    return ledger.named(Names.credentialKey(name)).flatMap(ledger.snapshot()::credential);
  }

  @Override
  public Credential add(Details details, Map<String, Secret> secrets) {
    return addAll(List.of(new NewCredential(details, secrets))).getFirst();
  }

  @Override
  public List<Credential> addAll(List<Group> groups, List<NewCredential> all) {
    return ledger.change(batch -> {
      new NewGroups(ledger, groups).putInto(batch);
      Set<GroupId> fresh = groups.stream().map(Group::id).collect(Collectors.toSet());
      Instant now = now();
      Set<String> names = new HashSet<>();
      List<Credential> added = new ArrayList<>();
      for (NewCredential each : all) {
        Credential credential =
            new Credential(
                CredentialId.random(),
                checked(each.details(), fresh),
                1,
                1,
                Set.copyOf(each.secrets().keySet()),
                Optional.empty(),
                now,
                now,
                Optional.empty());
        if (!names.add(Names.credentialKey(each.details().name()))) {
          throw new VaultException.NameTaken(each.details().name());
        }
        put(batch, credential);
        batch.version(credential.id().value(), 1, each.secrets());
        added.add(credential);
      }
      return added;
    });
  }

  @Override
  public Credential edit(
      Credential before, Details details, Map<String, Secret> changed, Set<String> removed) {
    return ledger.change(batch -> {
      Credential current = newest(before);
      try (FieldValues old = secretsOf(current)) {
        Map<String, Secret> secrets = new HashMap<>(old.secrets());
        secrets.putAll(changed);
        secrets.keySet().removeAll(removed);
        return change(batch, current, details, old.secrets(), secrets);
      }
    });
  }

  @Override
  public Credential rollback(Credential before, Details details, int version) {
    return ledger.change(batch -> {
      Credential current = newest(before);
      if (version < 1 || version > current.version()) {
        throw new VaultException.Refused(
            "“" + before.details().name() + "” has no version " + version + " of its secrets.");
      }
      try (FieldValues old = secretsOf(current);
          FieldValues earlier =
              new FieldValues(Map.of(), ledger.secrets(current.id().value(), version))) {
        return change(batch, current, details, old.secrets(), earlier.secrets());
      }
    });
  }

  @Override
  public List<Credential> editAll(List<Edit> edits) {
    return ledger.change(batch -> {
      Set<String> names = new HashSet<>();
      List<Credential> changed = new ArrayList<>();
      for (Edit edit : edits) {
        Credential current = newest(edit.before());
        if (!names.add(Names.credentialKey(edit.details().name()))) {
          throw new VaultException.NameTaken(edit.details().name());
        }
        Credential after =
            changed(current, edit.details(), current.secretFields(), current.version(), true);
        put(batch, after);
        changed.add(after);
      }
      return changed;
    });
  }

  /** The credential as it is, if that is how the person saw it. */
  private Credential newest(Credential before) {
    return find(before.id())
        .filter(c -> c.revision() == before.revision() && c.trashed().isEmpty())
        .orElseThrow(() -> new VaultException.ChangedElsewhere(before.details().name()));
  }

  private Credential change(
      Batch batch,
      Credential current,
      Details details,
      Map<String, Secret> old,
      Map<String, Secret> fresh) {
    boolean renewed = !sameSecrets(old, fresh);
    boolean sameTested = Tested.sameSecrets(old, fresh);
    int version = current.version() + (renewed ? 1 : 0);
    Credential after = changed(current, details, fresh.keySet(), version, sameTested);
    List<PastVerdict> history = history(current.id());
    put(
        batch,
        new CredentialContent(
            after,
            sameTested ? PastVerdict.renumbered(history, current.version(), version) : history));
    if (renewed) {
      batch.version(after.id().value(), version, fresh);
    }
    return after;
  }

  private Credential changed(
      Credential current,
      Details details,
      Set<String> secretFields,
      int version,
      boolean sameTested) {
    return new Credential(
        current.id(),
        checked(details, Set.of()),
        current.revision() + 1,
        version,
        Set.copyOf(secretFields),
        sameTested && Tested.sameDetails(current.details(), details)
            ? current.lastTest()
            : Optional.empty(),
        current.created(),
        now(),
        Optional.empty());
  }

  @Override
  public void recordTest(CredentialId id, int version, Verdict verdict) {
    verdicts.record(id, version, verdict);
  }

  @Override
  public List<PastVerdict> history(CredentialId id) {
    return ledger.snapshot().history(id.value());
  }

  @Override
  public void moveToTrash(Collection<CredentialId> ids) {
    ledger.change(batch -> {
      for (Credential c : distinct(ids)) {
        if (c.trashed().isEmpty()) {
          batch.put(content(moved(c, c.details(), Optional.of(now()))));
        }
      }
      return null;
    });
  }

  @Override
  public void restore(Collection<CredentialId> ids) {
    ledger.change(batch -> {
      Set<String> taken = new HashSet<>();
      for (Credential c : distinct(ids)) {
        if (c.trashed().isPresent()) {
          batch.put(freelyNamed(c, taken));
        }
      }
      return null;
    });
  }

  @Override
  public void purge(Collection<CredentialId> ids) {
    ledger.change(batch -> {
      for (Credential c : distinct(ids)) {
        if (c.trashed().isPresent()) {
          batch.delete(c.id().value());
        }
      }
      return null;
    });
  }

  @Override
  public Optional<Secret> secret(CredentialId id, String field) {
    return ledger.exclusively(() -> {
      try (FieldValues secrets = secretsOf(known(id))) {
        return Optional.ofNullable(secrets.secrets().get(field)).map(Secret::copy);
      }
    });
  }

  @Override
  public FieldValues open(CredentialId id) {
    return ledger.exclusively(() -> secretsOf(known(id)));
  }

  @Override
  public List<Version> versions(CredentialId id) {
    return ledger.versions(known(id).id().value()).stream()
        .map(row -> new Version(row.version(), Instant.ofEpochMilli(row.createdAt()), author))
        .toList();
  }

  private Credential known(CredentialId id) {
    return find(id)
        .orElseThrow(() -> new VaultException.Refused("This credential is gone. It was deleted."));
  }

  private List<Credential> distinct(Collection<CredentialId> ids) {
    return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
  }

  private FieldValues secretsOf(Credential credential) {
    return new FieldValues(
        credential.details().fields(),
        ledger.secrets(credential.id().value(), credential.version()));
  }

  private void put(Batch batch, Credential credential) {
    put(batch, content(credential));
  }

  private void put(Batch batch, CredentialContent content) {
    if (ledger.isNameTaken(content)) {
      throw new VaultException.NameTaken(content.credential().details().name());
    }
    batch.put(content);
  }

  /** With the history that it has. */
  private CredentialContent content(Credential credential) {
    return new CredentialContent(credential, ledger.snapshot().history(credential.id().value()));
  }

  private CredentialContent freelyNamed(Credential c, Set<String> taken) {
    String wanted = c.details().name();
    for (int number = 1; ; number++) {
      String name = number == 1 ? wanted : wanted + " " + number;
      CredentialContent content = content(moved(c, c.details().withName(name), Optional.empty()));
      if (!ledger.isNameTaken(content) && taken.add(Names.credentialKey(name))) {
        return content;
      }
    }
  }

  private Credential moved(Credential c, Details details, Optional<Instant> trashed) {
    return new Credential(
        c.id(),
        details,
        c.revision() + 1,
        c.version(),
        c.secretFields(),
        c.lastTest(),
        c.created(),
        now(),
        trashed);
  }

  private Details checked(Details details, Set<GroupId> fresh) {
    Names.check(details.name());
    Optional<GroupId> group = details.group().filter(id -> !fresh.contains(id));
    if (group.isPresent() && ledger.snapshot().group(group.get().value()).isEmpty()) {
      throw new VaultException.Refused("The group is gone. Choose another one.");
    }
    return details;
  }

  private static boolean sameSecrets(Map<String, Secret> some, Map<String, Secret> others) {
    return some.keySet().equals(others.keySet())
        && some.entrySet().stream().allMatch(e -> e.getValue().sameAs(others.get(e.getKey())));
  }

  private Instant now() {
    return ledger.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
