package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.platform.Timer;
import io.keyarbor.vault.VaultException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The connections of one session, so that several threads can ask at a time. A request is never
 * repeated: it may have been met. Safe for any thread.
 */
final class Links implements AutoCloseable {
  private static final int MOST = 8;

  private final Semaphore free = new Semaphore(MOST);
  private final Deque<Link> idle = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AgentPlace place;
  private final Timer timer;
  private final Runnable onOver;

  /**
   * The connections, with the first one.
   *
   * @param onOver called once, when the agent is found to be gone or locked
   */
  Links(AgentPlace place, Timer timer, Link first, Runnable onOver) {
    this.place = place;
    this.timer = timer;
    this.onOver = onOver;
    idle.add(first);
  }

  /** As {@link Link#ask}. */
  <R> R ask(Op op, Consumer<FrameWriter> request, Function<FrameReader, R> answer) {
    free.acquireUninterruptibly();
    try {
      Link link = Optional.ofNullable(idle.pollFirst()).orElseGet(this::another);
      try {
        return link.ask(op, request, answer);
      } catch (VaultException.Locked | VaultException.Unanswered e) {
        end();
        throw e;
      } finally {
        giveBack(link);
      }
    } finally {
      free.release();
    }
  }

  /** One that is not shared. */
  Link another() {
    if (!over.get()) {
      Optional<Link> link = Link.open(place, timer);
      if (link.isPresent()) {
        return link.get();
      }
      end();
    }
    throw new VaultException.Locked();
  }

  private void giveBack(Link link) {
    if (link.isBroken() || over.get()) {
      link.close();
    } else {
      idle.addFirst(link);
      if (over.get()) {
        // The end came in between and has not seen it.
        link.close();
      }
    }
  }

  boolean isOver() {
    return over.get();
  }

  /** The agent is gone: nothing can be asked any more. */
  void end() {
    if (over.compareAndSet(false, true)) {
      idle.forEach(Link::close);
      onOver.run();
    }
  }

  /** Ends the connections and tells nobody. */
  @Override
  public void close() {
    over.set(true);
    idle.forEach(Link::close);
  }
}
