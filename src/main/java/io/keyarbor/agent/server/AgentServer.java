package io.keyarbor.agent.server;

import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.platform.Timer;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.Session.Subscription;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets the person's other programs use an unlocked vault. Only the process that has the vault's
 * file open may make one: it takes the place of a socket that a killed process left.
 */
public final class AgentServer {
  private static final int MOST_CLIENTS = 2_000;
  private static final int BACKLOG = 1_024;
  private static final Duration FAREWELL = Duration.ofSeconds(3);
  private static final Duration BREATH = Duration.ofMillis(50);

  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final Changes changes = new Changes();
  private final AgentPlace place;
  private final Session session;
  private final Requests requests;
  private final Timer timer;
  private final Runnable used;
  private final ServerSocketChannel listening;
  private final Subscription subscription;

  private AgentServer(
      AgentPlace place,
      Session session,
      Timer timer,
      Runnable used,
      ServerSocketChannel listening) {
    this.place = place;
    this.session = session;
    this.requests = new Requests(session);
    this.timer = timer;
    this.used = used;
    this.listening = listening;
    this.subscription = session.onChange(changes::count);
  }

  /**
   * Starts to serve.
   *
   * @param session of the vault that {@code place} belongs to, opened by this process
   * @param timer ends connections that are too slow
   * @param used called at each request; may refuse it with {@link VaultException.Locked}
   * @throws VaultException.Refused if nothing can listen there; the message says what to do
   */
  public static AgentServer start(AgentPlace place, Session session, Timer timer, Runnable used) {
    AgentServer server = new AgentServer(place, session, timer, used, place.listen(BACKLOG));
    Thread.startVirtualThread(server::accept);
    return server;
  }

  Session session() {
    return session;
  }

  Requests requests() {
    return requests;
  }

  Changes changes() {
    return changes;
  }

  void used() {
    used.run();
  }

  void status(FrameWriter out) {
    out.int64(ProcessHandle.current().pid());
    out.int32(clients.size());
  }

  private void accept() {
    while (listening.isOpen()) {
      try {
        SocketChannel channel = listening.accept();
        Thread.startVirtualThread(() -> meet(channel));
      } catch (IOException e) {
        // Closed, or no descriptor is left for one more; some may be free in a moment.
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BREATH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void meet(SocketChannel channel) {
    Client client = new Client(this, channel, timer);
    clients.add(client);
    try {
      if (clients.size() > MOST_CLIENTS) {
        client.turnAway();
      } else if (listening.isOpen()) {
        client.serve();
      } else {
        client.end(FAREWELL);
      }
    } finally {
      clients.remove(client);
    }
  }

  /**
   * Listens no more, and deletes the socket. While the vault's file is still this process's own, so
   * that it cannot be the next owner's socket.
   */
  public void stopListening() {
    try (listening) {
      Files.deleteIfExists(place.socket());
    } catch (IOException e) {
      // The next owner of the vault deletes what is left.
    }
  }

  /**
   * Tells all clients that the vault is locked, after the answers under way; then ends them. After
   * {@link #stopListening}, so that no more come.
   */
  public void dismiss() {
    subscription.close();
    List<Client> all = new ArrayList<>(clients);
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      all.forEach(client -> each.execute(() -> client.end(FAREWELL)));
    }
  }
}
