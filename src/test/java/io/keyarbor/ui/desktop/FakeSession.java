package io.keyarbor.ui.desktop;

import io.keyarbor.crypto.Secret;
import io.keyarbor.probe.Verdict;
import io.keyarbor.template.FieldValues;
import io.keyarbor.vault.Backups;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Details;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.GroupId;
import io.keyarbor.vault.Groups;
import io.keyarbor.vault.PastVerdict;
import io.keyarbor.vault.Profiles;
import io.keyarbor.vault.Searches;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** An unlocked vault in memory, for tests of windows. */
final class FakeSession implements Session, Credentials {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final String name;
  private final Map<CredentialId, Credential> all = new LinkedHashMap<>();
  private final Map<CredentialId, Map<String, Secret>> secrets = new HashMap<>();
  private final Map<CredentialId, List<PastVerdict>> history = new HashMap<>();
  private final FakeGroups groups = new FakeGroups(this::changed);
  private final FakeProfiles profiles = new FakeProfiles(this::changed);
  private final FakeSearches searches = new FakeSearches(this::changed);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private boolean locked;

  FakeSession(String name) {
    this.name = name;
  }

  void reopen() {
    locked = false;
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  private void requireOpen() {
    if (locked) {
      throw new VaultException.Locked();
    }
  }

  @Override
  public synchronized List<Credential> all() {
    requireOpen();
    return all.values().stream().filter(c -> c.trashed().isEmpty()).toList();
  }

  @Override
  public synchronized List<Credential> trash() {
    requireOpen();
    return all.values().stream().filter(c -> c.trashed().isPresent()).toList();
  }

  @Override
  public synchronized Optional<Credential> find(CredentialId id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public synchronized Optional<Credential> named(String wanted) {
    return all().stream().filter(c -> c.details().name().equalsIgnoreCase(wanted)).findFirst();
  }

  @Override
  public synchronized Credential add(Details details, Map<String, Secret> given) {
    requireOpen();
    CredentialId id = CredentialId.random();
    Map<String, Secret> mine = new HashMap<>();
    given.forEach((field, secret) -> mine.put(field, secret.copy()));
    secrets.put(id, mine);
    all.put(
        id,
        new Credential(
            id, details, 1, 1, mine.keySet(), Optional.empty(), NOW, NOW, Optional.empty()));
    changed();
    return all.get(id);
  }

  @Override
  public List<Credential> addAll(List<Group> added, List<NewCredential> all) {
    added.forEach(groups::change);
    return all.stream().map(each -> add(each.details(), each.secrets())).toList();
  }

  @Override
  public synchronized Credential edit(
      Credential before, Details details, Map<String, Secret> changed, Set<String> removed) {
    requireNewest(before);
    changed.forEach((f, s) -> secrets.get(before.id()).put(f, s.copy()));
    secrets.get(before.id()).keySet().removeAll(removed);
    boolean renewed = !changed.isEmpty() || !removed.isEmpty();
    put(
        before.id(),
        c ->
            new Credential(
                c.id(),
                details,
                c.revision() + 1,
                c.version() + (renewed ? 1 : 0),
                Set.copyOf(secrets.get(c.id()).keySet()),
                renewed ? Optional.empty() : c.lastTest(),
                c.created(),
                NOW,
                c.trashed()));
    return all.get(before.id());
  }

  @Override
  public synchronized List<Credential> editAll(List<Edit> edits) {
    edits.forEach(e -> requireNewest(e.before()));
    return edits.stream().map(e -> edit(e.before(), e.details(), Map.of(), Set.of())).toList();
  }

  @Override
  public synchronized Credential rollback(Credential before, Details details, int version) {
    return edit(before, details, Map.of(), Set.of());
  }

  private void requireNewest(Credential before) {
    if (all.get(before.id()).revision() != before.revision()) {
      throw new VaultException.ChangedElsewhere(before.details().name());
    }
  }

  private static Credential with(
      Credential c, Details d, int revision, Optional<Verdict> test, Optional<Instant> trashed) {
    return new Credential(
        c.id(), d, revision, c.version(), c.secretFields(), test, c.created(), NOW, trashed);
  }

  private void put(CredentialId id, UnaryOperator<Credential> change) {
    requireOpen();
    all.computeIfPresent(id, (i, c) -> change.apply(c));
    changed();
  }

  @Override
  public synchronized void recordTest(CredentialId id, int version, Verdict verdict) {
    history.put(id, PastVerdict.after(history(id), version, verdict));
    put(id, c -> with(c, c.details(), c.revision(), Optional.of(verdict), c.trashed()));
  }

  @Override
  public synchronized List<PastVerdict> history(CredentialId id) {
    return history.getOrDefault(id, List.of());
  }

  @Override
  public synchronized void moveToTrash(Collection<CredentialId> ids) {
    ids.forEach(
        id -> put(id, c -> with(c, c.details(), c.revision() + 1, c.lastTest(), Optional.of(NOW))));
  }

  @Override
  public synchronized void restore(Collection<CredentialId> ids) {
    ids.forEach(
        id -> put(id, c -> with(c, c.details(), c.revision() + 1, c.lastTest(), Optional.empty())));
  }

  @Override
  public synchronized void purge(Collection<CredentialId> ids) {
    ids.forEach(all::remove);
    changed();
  }

  @Override
  public synchronized Optional<Secret> secret(CredentialId id, String field) {
    return Optional.ofNullable(secrets.get(id).get(field)).map(Secret::copy);
  }

  @Override
  public synchronized FieldValues open(CredentialId id) {
    Map<String, Secret> copies = new HashMap<>();
    secrets.get(id).forEach((f, s) -> copies.put(f, s.copy()));
    return new FieldValues(all.get(id).details().fields(), copies);
  }

  @Override
  public List<Version> versions(CredentialId id) {
    return List.of(new Version(1, NOW, name));
  }

  @Override
  public UUID vaultId() {
    return new UUID(1, 2);
  }

  @Override
  public String vaultName() {
    return name;
  }

  @Override
  public Credentials credentials() {
    return this;
  }

  @Override
  public Profiles profiles() {
    return profiles;
  }

  @Override
  public Searches searches() {
    return searches;
  }

  @Override
  public Groups groups() {
    return groups;
  }

  @Override
  public void changePassword(UnlockKey current, UnlockKey next) {
    throw new VaultException.WrongPassword();
  }

  @Override
  public void verify(UnlockKey key) {
    throw new VaultException.WrongPassword();
  }

  @Override
  public StandIn standIn(UnlockKey key) {
    return new StandIn(vaultId(), new byte[StandIn.EPOCH_BYTES], padded(key.password()));
  }

  static Secret padded(Secret password) {
    return Secret.take(password.use(bytes -> Arrays.copyOf(bytes, StandIn.KEY_BYTES)));
  }

  @Override
  public boolean needsKeyFile() {
    return false;
  }

  @Override
  public Backups backups() {
    return new Backups() {
      @Override
      public void create() {
        throw new UnsupportedOperationException("no file, no backup");
      }

      @Override
      public Optional<Instant> lastProven() {
        return Optional.of(NOW.minusSeconds(7200));
      }
    };
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public synchronized boolean isLocked() {
    return locked;
  }

  @Override
  public synchronized void lock() {
    locked = true;
  }

  /** Groups in memory. */
  private static final class FakeGroups implements Groups {
    private final Map<GroupId, Group> groups = new LinkedHashMap<>();
    private final Runnable changed;

    FakeGroups(Runnable changed) {
      this.changed = changed;
    }

    @Override
    public synchronized List<Group> all() {
      return List.copyOf(groups.values());
    }

    @Override
    public synchronized Group add(String name, Optional<GroupId> parent) {
      return change(new Group(GroupId.random(), name, parent));
    }

    @Override
    public synchronized Group change(Group group) {
      boolean taken =
          groups.values().stream()
              .anyMatch(g ->
                  !g.id().equals(group.id())
                      && g.parent().equals(group.parent())
                      && g.name().equalsIgnoreCase(group.name()));
      if (taken) {
        throw new VaultException.NameTaken(group.name());
      }
      groups.put(group.id(), group);
      changed.run();
      return group;
    }

    @Override
    public synchronized void delete(GroupId id) {
      groups.remove(id);
      changed.run();
    }

    /** Credentials keep naming a group that is gone here, so it is enough to put it back. */
    @Override
    public synchronized Group restore(
        Group group, Collection<GroupId> inside, Collection<CredentialId> credentials) {
      return change(group);
    }
  }
}
