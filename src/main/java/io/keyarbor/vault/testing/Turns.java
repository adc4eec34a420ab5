package io.keyarbor.vault.testing;

import io.keyarbor.vault.CredentialId;
import io.keyarbor.vault.testing.TestAll.Bounds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * Whose turn it is: hands out credentials host by host, never more in all and of one host than are
 * allowed, so that a slow host holds up no other. Holds names only. Safe for any thread.
 */
final class Turns {
  private final Bounds bounds;
  private final List<Host> hosts;
  private final Deque<Host> free = new ArrayDeque<>();
  private int waiting;
  private int underWay;

  /** A host with the credentials that wait for it; in {@code free} while it has room for one. */
  static final class Host {
    private final Queue<CredentialId> waiting = new ArrayDeque<>();
    private int underWay;
  }

  /** A credential whose turn it is, until {@link Turns#done}. */
  record Turn(CredentialId id, Host host) {}

  Turns(Collection<CredentialId> ids, Function<CredentialId, String> hostOf, Bounds bounds) {
    this.bounds = bounds;
    this.waiting = ids.size();
    Map<String, Host> byName = new LinkedHashMap<>();
    ids.forEach(id -> byName.computeIfAbsent(hostOf.apply(id), h -> new Host()).waiting.add(id));
    hosts = List.copyOf(byName.values());
    free.addAll(hosts);
  }

  /** Waits until there is room in all and with some host; empty once nothing is left to begin. */
  synchronized Optional<Turn> next() throws InterruptedException {
    while (free.isEmpty() || underWay == bounds.atOnce()) {
      if (waiting == 0) {
        return Optional.empty();
      }
      wait();
    }
    Host host = free.poll();
    CredentialId id = host.waiting.remove();
    host.underWay++;
    waiting--;
    underWay++;
    putBack(host);
    if (waiting == 0) {
      notifyAll();
    }
    return Optional.of(new Turn(id, host));
  }

  /** Makes room for the host's next one. */
  synchronized void done(Turn turn) {
    Host host = turn.host();
    boolean wasFull = host.underWay == bounds.perHost();
    host.underWay--;
    underWay--;
    if (wasFull) {
      putBack(host);
    }
    notifyAll();
  }

  private void putBack(Host host) {
    if (host.underWay < bounds.perHost() && !host.waiting.isEmpty()) {
      free.add(host);
    }
  }

  /** Takes all that have not begun; nothing more begins. */
  synchronized List<CredentialId> drain() {
    List<CredentialId> left = new ArrayList<>();
    for (Host host : hosts) {
      left.addAll(host.waiting);
      host.waiting.clear();
    }
    free.clear();
    waiting = 0;
    notifyAll();
    return left;
  }
}
