package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.platform.Timer;
import io.keyarbor.vault.Backups;
import io.keyarbor.vault.Credentials;
import io.keyarbor.vault.Groups;
import io.keyarbor.vault.Profiles;
import io.keyarbor.vault.Searches;
import io.keyarbor.vault.Session;
import io.keyarbor.vault.StandIn;
import io.keyarbor.vault.VaultException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A vault that the agent has unlocked. Metadata are kept here, and changed as the agent tells, from
 * the first time that a list or {@link #onChange} is asked for; until then each question is one
 * round trip. When the agent locks or ends, this session is locked.
 */
public final class RemoteSession implements Session, AutoCloseable {
  private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<Runnable> whenOver = new CopyOnWriteArrayList<>();
  private final Asking agent = new Agent();
  private final Credentials credentials = new RemoteCredentials(agent);
  private final Groups groups = new RemoteGroups(agent);
  private final Profiles profiles = new RemoteProfiles(agent);
  private final Searches searches = new RemoteSearches(agent);
  private final Links links;
  private final UUID vaultId;
  private final String vaultName;
  private volatile Optional<Replica> replica = Optional.empty();

  private RemoteSession(AgentPlace place, Timer timer, Link first) {
    links = new Links(place, timer, first, this::over);
    vaultId = first.vaultId();
    vaultName = first.vaultName();
  }

  /**
   * Joins the agent of a vault.
   *
   * @param timer ends a connection that is too slow
   * @return empty if there is no agent
   * @throws VaultException.Refused if what listens there is not to be talked to
   */
  public static Optional<RemoteSession> join(AgentPlace place, Timer timer) {
    return Link.open(place, timer).map(first -> new RemoteSession(place, timer, first));
  }

  /** Keeps the metadata here from now on, so that lists need not wait for the agent. */
  public void keep() {
    agent.keeping();
  }

  /** Calls {@code listener} once when the agent is gone or locked; at once if it is. */
  public void onOver(Runnable listener) {
    whenOver.add(listener);
    if (isLocked()) {
      tellOver();
    }
  }

  private void over() {
    replica.ifPresent(Replica::close);
    tellOver();
  }

  private void tellOver() {
    for (Runnable listener : whenOver) {
      if (whenOver.remove(listener)) {
        listener.run();
      }
    }
  }

  /** How it is with the agent. */
  public AgentStatus status() {
    return links.ask(
        Op.STATUS, out -> {}, in -> new AgentStatus(in.int64(), in.int32(), vaultName));
  }

  /** Tells the agent that the person is there, as any request does. */
  public void touch() {
    agent.tell(Op.TOUCH, out -> {});
  }

  @Override
  public UUID vaultId() {
    return vaultId;
  }

  @Override
  public String vaultName() {
    return vaultName;
  }

  @Override
  public Credentials credentials() {
    return credentials;
  }

  @Override
  public Groups groups() {
    return groups;
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
  public void changePassword(UnlockKey current, UnlockKey next) {
    agent.tell(
        Op.CHANGE_PASSWORD,
        out -> {
          out.key(current);
          out.key(next);
        });
  }

  @Override
  public void verify(UnlockKey key) {
    agent.tell(Op.VERIFY, out -> out.key(key));
  }

  @Override
  public StandIn standIn(UnlockKey key) {
    throw new VaultException.Refused(
        "Another program has the vault unlocked, and only that one has its keys. Lock the vault,"
            + " then unlock it here.");
  }

  @Override
  public boolean needsKeyFile() {
    return agent.ask(Op.NEEDS_KEY_FILE, out -> {}, FrameReader::flag);
  }

  @Override
  public Backups backups() {
    return new Backups() {
      @Override
      public void create() {
        agent.tell(Op.BACKUP_CREATE, out -> {});
      }

      @Override
      public Optional<Instant> lastProven() {
        return agent.ask(Op.BACKUP_LAST_PROVEN, out -> {}, in -> in.optional(FrameReader::time));
      }
    };
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    keep();
    return () -> listeners.remove(listener);
  }

  @Override
  public boolean isLocked() {
    return links.isOver();
  }

  /** Locks the vault for everyone who uses it; returns when its file is closed. */
  @Override
  public void lock() {
    if (!isLocked()) {
      try {
        links.ask(Op.LOCK, out -> {}, in -> true);
      } catch (VaultException.Locked done) {
        // That is the answer.
      } finally {
        // An agent that does not answer is of no use here either.
        links.end();
      }
    }
  }

  /** Leaves the agent as it is, and uses it no more. */
  @Override
  public void close() {
    links.close();
    replica.ifPresent(Replica::close);
  }

  private final class Agent implements Asking {
    @Override
    public Optional<Records> kept() {
      return replica.map(Replica::records);
    }

    @Override
    public Records keeping() {
      if (replica.isEmpty()) {
        synchronized (this) {
          if (replica.isEmpty()) {
            replica = Optional.of(new Replica(links.another(), listeners, links::end));
          }
        }
      }
      return replica.get().records();
    }

    @Override
    public <R> R ask(Op op, Consumer<FrameWriter> request, Function<FrameReader, R> answer) {
      long[] number = new long[1];
      R result =
          links.ask(
              op,
              request,
              in -> {
                R read = answer.apply(in);
                if (op.isChanging()) {
                  number[0] = in.int64();
                }
                return read;
              });
      replica.ifPresent(kept -> kept.await(number[0]));
      return result;
    }
  }
}
