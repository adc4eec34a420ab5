package io.keyarbor.agent.server;

import io.keyarbor.agent.protocol.Change;
import io.keyarbor.vault.Credential;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Group;
import io.keyarbor.vault.Profile;
import io.keyarbor.vault.SavedSearch;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.codec.MetaJson.Content;
import io.keyarbor.vault.codec.MetaJson.CredentialContent;
import io.keyarbor.vault.codec.MetaJson.GroupContent;
import io.keyarbor.vault.codec.MetaJson.ProfileContent;
import io.keyarbor.vault.codec.MetaJson.SearchContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one subscriber knows of the vault, so that it is told only what is new. Records are
 * immutable and an unchanged one stays the same object, so a look at ten thousand takes a
 * millisecond.
 */
final class View {
  private static final int PART = 500;

  private final Session session;
  private Map<UUID, Record> known = Map.of();

  View(Session session) {
    this.session = session;
  }

  /** Takes part by part what the subscriber is to be told. */
  interface Teller {
    void tell(Change part) throws java.io.IOException;
  }

  /** Tells what changed since the last time, up to the change of {@code number} or later. */
  void catchUp(long number, Teller teller) throws java.io.IOException {
    Map<UUID, Record> now = now();
    List<UUID> gone = known.keySet().stream().filter(id -> !now.containsKey(id)).toList();
    List<Record> fresh = new ArrayList<>();
    now.forEach((id, record) -> {
      if (!isSame(known.get(id), record)) {
        fresh.add(record);
      }
    });
    known = now;
    int from = 0;
    do {
      int to = Math.min(from + PART, fresh.size());
      List<Content> part = fresh.subList(from, to).stream().map(this::content).toList();
      teller.tell(new Change(number, to == fresh.size(), from == 0 ? gone : List.of(), part));
      from = to;
    } while (from < fresh.size());
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Record some, Record other) {
    return some == other;
  }

  private Map<UUID, Record> now() {
    Credentials credentials = session.credentials();
    Map<UUID, Record> now = HashMap.newHashMap(known.size() + 16);
    credentials.trash().forEach(c -> now.put(c.id().value(), c));
    credentials.all().forEach(c -> now.put(c.id().value(), c));
    session.groups().all().forEach(g -> now.put(g.id().value(), g));
    session.profiles().all().forEach(p -> now.put(p.id().value(), p));
    session.searches().all().forEach(s -> now.put(s.id().value(), s));
    // One that moved to the trash between the two looks is in neither.
    known.forEach((id, record) -> {
      if (record instanceof Credential c && !now.containsKey(id)) {
        credentials.find(c.id()).ifPresent(found -> now.put(id, found));
      }
    });
    return now;
  }

  private Content content(Record record) {
    return switch (record) {
      case Credential c -> new CredentialContent(c, session.credentials().history(c.id()));
      case Group g -> new GroupContent(g);
      case Profile p -> new ProfileContent(p);
      case SavedSearch s -> new SearchContent(s);
      default -> throw new IllegalStateException("no record of the vault");
    };
  }
}
