package io.keyarbor.vault.local;

import io.keyarbor.crypto.Secret;
import io.keyarbor.vault.Session.Subscription;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.codec.MetaJson;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.SecretFields;
import io.keyarbor.vault.keys.CollectionKeys;
import io.keyarbor.vault.keys.Manifest;
import io.keyarbor.vault.keys.MemberKeys;
import io.keyarbor.vault.keys.RecordCipher;
import io.keyarbor.vault.local.Snapshot.Item;
import io.keyarbor.vault.store.Rows.Change;
import io.keyarbor.vault.store.Rows.CredentialRow;
import io.keyarbor.vault.store.Rows.ManifestRow;
import io.keyarbor.vault.store.Rows.VersionRow;
import io.keyarbor.vault.store.SeenCounters;
import io.keyarbor.vault.store.VaultStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;

/**
 * One unlocked collection: its keys, its metadata in memory, and the one way to change it. Changes
 * and the use of keys run one at a time; reads of metadata take the newest {@link Snapshot}.
 */
final class Ledger {
  /** The engine's columns end at 1 MiB; this leaves room for padding. */
  private static final int MAX_TEXT = 1_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final VaultStore store;
  private final SeenCounters seen;
  private final Clock clock;
  private final Opened opened;
  private final CollectionKeys keys;
  private final MemberKeys author;
  private final RecordCipher cipher;
  private final Map<String, UUID> names = new HashMap<>();
  private volatile ManifestRow manifest;
  private volatile Optional<Snapshot> snapshot;

  Ledger(VaultStore store, SeenCounters seen, Clock clock, Opened opened) {
    this.store = store;
    this.seen = seen;
    this.clock = clock;
    this.opened = opened;
    this.keys = opened.keys();
    this.author = opened.member();
    this.cipher = new RecordCipher(keys);
    this.manifest = opened.stored().manifest();
    this.snapshot = Optional.of(new Snapshot(opened.items()));
    opened
        .items()
        .values()
        .forEach(item ->
            Names.key(item.content()).ifPresent(key -> names.put(key, item.content().id())));
  }

  /**
   * The newest state.
   *
   * @throws VaultException.Locked after {@link #close}
   */
  Snapshot snapshot() {
    return snapshot.orElseThrow(VaultException.Locked::new);
  }

  /** Counter of the newest state. */
  long counter() {
    return manifest.counter();
  }

  /** When it is now, as precise as it is stored. */
  Clock clock() {
    return clock;
  }

  Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Runs {@code work} while nothing else changes anything.
   *
   * @throws VaultException.Locked after {@link #close}
   */
  <R> R exclusively(Supplier<R> work) {
    lock.lock();
    try {
      snapshot();
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Work that fills a batch. */
  interface Filling<R> {
    R fill(Batch batch);
  }

  /** Lets {@code work} fill a batch and saves it; then tells the listeners. */
  <R> R change(Filling<R> work) {
    Batch batch = new Batch(this::seal);
    R result =
        exclusively(() -> {
          R filled = work.fill(batch);
          if (!batch.isEmpty()) {
            save(batch, manifest.counter() + 1);
          }
          return filled;
        });
    if (!batch.isEmpty()) {
      listeners.forEach(Runnable::run);
    }
    return result;
  }

  /** Makes the state as it is the newest one, whatever counters were seen elsewhere. */
  void advanceTo(long counter) {
    exclusively(() -> {
      save(new Batch(this::seal), counter);
      return null;
    });
  }

  /** Which record has a name; {@code key} as {@link Names} makes it. */
  Optional<UUID> named(String key) {
    return exclusively(() -> Optional.ofNullable(names.get(key)));
  }

  /** Who else has the name that {@code content} is to have. */
  boolean isNameTaken(Content content) {
    return Names.key(content)
        .map(names::get)
        .filter(owner -> !owner.equals(content.id()))
        .isPresent();
  }

  /** Decrypts a version of a record's secrets, for the caller to close. */
  Map<String, Secret> secrets(UUID id, int version) {
    return exclusively(() -> {
      VersionRow row =
          store
              .version(id, version)
              .orElseThrow(() -> damaged(id, "version " + version + " of the secrets is missing"));
      byte[] text = new byte[0];
      try {
        text = cipher.openSecret(id, version, row.secret());
        return SecretFields.read(text);
      } catch (AEADBadTagException | IllegalArgumentException e) {
        throw damaged(id, "version " + version + " of the secrets is not what was written");
      } finally {
        Arrays.fill(text, (byte) 0);
      }
    });
  }

  /** All versions of a record's secrets, sealed, newest first. */
  List<VersionRow> versions(UUID id) {
    return exclusively(() -> store.versions(id));
  }

  private VaultException damaged(UUID id, String what) {
    String name = snapshot().credential(id).map(c -> "“" + c.details().name() + "”: ").orElse("");
    return new VaultException.Damaged(store.file(), name + what, null);
  }

  private void save(Batch batch, long counter) {
    long now = clock.millis();
    List<CredentialRow> added = new ArrayList<>();
    List<CredentialRow> updated = new ArrayList<>();
    for (Content content : batch.contents().values()) {
      Item before = snapshot().items().get(content.id());
      (before == null ? added : updated)
          .add(seal(content, before == null ? 1 : before.rowVersion() + 1, now));
    }

    Leaves leaves = opened.stored().leaves();
    Map<UUID, Optional<Leaves.Leaf>> before = new HashMap<>();
    batch.contents().keySet().forEach(id -> before.put(id, leaves.get(id)));
    batch.deleted().forEach(id -> before.put(id, leaves.get(id)));
    try {
      added.forEach(leaves::put);
      updated.forEach(leaves::put);
      batch.versions().forEach(leaves::put);
      batch.deleted().forEach(leaves::remove);
      ManifestRow next =
          Manifest.sign(
              keys.vault(),
              keys.collection(),
              counter,
              leaves.digest(opened.stored().header().vault(), opened.stored().collection()),
              opened.stored().header().auditHead(),
              author);
      store.save(
          new Change(
              added,
              updated,
              batch.versions(),
              List.copyOf(batch.deleted()),
              next,
              manifest.counter()));
      manifest = next;
    } catch (RuntimeException e) {
      before.forEach(leaves::restore);
      throw e;
    }
    seen.saw(keys.vault(), keys.collection(), counter);
    apply(batch, added, updated);
  }

  private void apply(Batch batch, List<CredentialRow> added, List<CredentialRow> updated) {
    Map<UUID, Item> items = new HashMap<>(snapshot().items());
    for (UUID id : batch.deleted()) {
      forgetName(items.remove(id));
    }
    batch.contents().keySet().forEach(id -> forgetName(items.get(id)));
    for (List<CredentialRow> rows : List.of(added, updated)) {
      for (CredentialRow row : rows) {
        Content content = batch.contents().get(row.id());
        items.put(row.id(), new Item(content, row.version()));
        Names.key(content).ifPresent(key -> names.put(key, row.id()));
      }
    }
    snapshot = Optional.of(new Snapshot(items));
  }

  private void forgetName(Item item) {
    if (item != null) {
      Names.key(item.content()).ifPresent(key -> names.remove(key, item.content().id()));
    }
  }

  private CredentialRow seal(Content content, int version, long now) {
    byte[] text = MetaJson.write(content);
    checkLength(text.length);
    return new CredentialRow(
        content.id(),
        keys.collection(),
        keys.epoch(),
        version,
        Names.key(content).map(key -> keys.nameTag(key.getBytes(StandardCharsets.UTF_8))),
        cipher.sealMeta(content.id(), version, text),
        now);
  }

  private VersionRow seal(UUID id, int number, Map<String, Secret> secrets) {
    byte[] text = SecretFields.write(secrets);
    try {
      checkLength(text.length);
      return new VersionRow(
          id,
          number,
          keys.epoch(),
          cipher.sealSecret(id, number, text),
          clock.millis(),
          author.id());
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private static void checkLength(int length) {
    if (length > MAX_TEXT) {
      throw new VaultException.Refused(
          "This is more than a megabyte, too much for one credential. Shorten it.");
    }
  }

  /** Destroys the keys and drops the metadata; waits for a save under way. */
  void close() {
    lock.lock();
    try {
      snapshot = Optional.empty();
      names.clear();
      listeners.clear();
      opened.close();
    } finally {
      lock.unlock();
    }
  }
}
