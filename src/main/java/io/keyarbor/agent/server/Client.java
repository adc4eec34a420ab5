package io.keyarbor.agent.server;

import io.keyarbor.agent.protocol.Answer;
import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Malformed;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.agent.protocol.Protocol;
import io.keyarbor.agent.protocol.Wire;
import io.keyarbor.platform.Timer;
import io.keyarbor.platform.socket.Peer;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One client's connection: hello, then one request after the other. Whatever comes, it harms
 * nothing but this connection.
 */
final class Client {
  private final ReentrantLock turn = new ReentrantLock();
  private final AgentServer server;
  private final SocketChannel channel;
  private final Wire wire;
  private boolean ended;
  private volatile boolean gone;

  Client(AgentServer server, SocketChannel channel, Timer timer) {
    this.server = server;
    this.channel = channel;
    this.wire = new Wire(channel, timer);
  }

  /** Serves it until it goes, or the vault is locked. */
  void serve() {
    try (wire) {
      if (greet()) {
        boolean more = true;
        while (more) {
          more = next();
        }
      }
    } catch (IOException e) {
      // It went, or was too slow; nobody is left to be told.
    }
  }

  /** Tells one that there are too many others. */
  void turnAway() {
    try (wire) {
      fault(
          new VaultException.Refused(
              "The agent has too many clients. End some programs that use it, then try again."));
    } catch (IOException e) {
      // It went by itself.
    }
  }

  private boolean greet() throws IOException {
    if (!Peer.isSelf(channel)) {
      fault(new VaultException.Refused("This agent serves another user. Start one of your own."));
      return false;
    }
    try (FrameReader in = first()) {
      int version = Protocol.version(in);
      if (version != Protocol.VERSION) {
        fault(
            new VaultException.Refused(
                "This agent speaks version "
                    + Protocol.VERSION
                    + " of the protocol and its client version "
                    + version
                    + ". Lock the vault, then unlock it with the newer Keyarbor."));
        return false;
      }
      in.end();
    } catch (Malformed e) {
      malformed(e);
      return false;
    }
    try (FrameWriter out = new FrameWriter()) {
      Answer.done(out);
      Protocol.hello(out, Protocol.VERSION);
      out.uuid(server.session().vaultId());
      out.text(server.session().vaultName());
      wire.write(out);
    }
    return true;
  }

  private FrameReader first() throws IOException {
    return wire.read(Protocol.LARGEST_HELLO, Optional.of(Protocol.HELLO_TIME))
        .orElseThrow(() -> new Malformed("the connection ended before its hello"));
  }

  private boolean next() throws IOException {
    Optional<FrameReader> request;
    try {
      request = wire.read(Protocol.LARGEST_FRAME, Optional.empty());
    } catch (Malformed e) {
      return malformed(e);
    }
    if (request.isEmpty()) {
      return false;
    }
    boolean subscribing;
    try (FrameReader in = request.get()) {
      turn.lock();
      try {
        if (ended) {
          return false;
        }
        Op op = Op.of(in.int8()).orElseThrow(() -> new Malformed("nothing has that number"));
        subscribing = op == Op.SUBSCRIBE;
        if (subscribing) {
          server.used();
          in.end();
        } else {
          answer(op, in);
        }
      } catch (VaultException e) {
        fault(e);
        return true;
      } catch (Malformed e) {
        return malformed(e);
      } finally {
        turn.unlock();
      }
    }
    if (subscribing) {
      follow();
    }
    return !subscribing;
  }

  private void answer(Op op, FrameReader in) throws IOException {
    try (FrameWriter out = new FrameWriter()) {
      server.used();
      Answer.done(out);
      switch (op) {
        case LOCK -> {
          in.end();
          // The answer is what every client is told once the vault is locked.
          Thread.startVirtualThread(server.session()::lock);
          return;
        }
        case STATUS -> {
          in.end();
          server.status(out);
        }
        default -> server.requests().answer(op, in, out);
      }
      if (op.isChanging()) {
        out.int64(server.changes().number());
      }
      wire.write(out);
    } catch (VaultException e) {
      fault(e);
    } catch (Malformed e) {
      throw e;
    } catch (RuntimeException e) {
      // Its message may hold anything, so only its kind is told.
      fault(
          new VaultException.Refused(
              "The agent had an unexpected fault: "
                  + e.getClass().getSimpleName()
                  + ". Look whether it was done before you repeat it."));
    }
  }

  /** From now on it is only told of changes. */
  private void follow() throws IOException {
    Thread.startVirtualThread(this::watch);
    View view = new View(server.session());
    long told = 0;
    while (!gone) {
      long number = server.changes().after(told, () -> !gone);
      turn.lock();
      try {
        if (ended || gone) {
          return;
        }
        view.catchUp(
            number,
            part -> {
              try (FrameWriter out = new FrameWriter()) {
                Answer.done(out);
                part.write(out);
                wire.write(out);
              }
            });
      } catch (VaultException.Locked e) {
        // The end is told to all at once.
        return;
      } finally {
        turn.unlock();
      }
      told = number;
    }
  }

  /** A subscriber says nothing more; whatever comes, or its end, ends it. */
  private void watch() {
    try {
      wire.read(0, Optional.empty()).ifPresent(FrameReader::close);
    } catch (IOException | Malformed e) {
      // All the same.
    } finally {
      gone = true;
      wire.close();
      server.changes().wake();
    }
  }

  private boolean malformed(Malformed e) throws IOException {
    fault(
        new VaultException.Refused(
            "The agent did not understand its client ("
                + e.getMessage()
                + ") and ended the connection. Use the same Keyarbor for both."));
    return false;
  }

  private void fault(VaultException fault) throws IOException {
    try (FrameWriter out = new FrameWriter()) {
      Answer.fault(out, fault);
      wire.write(out);
    }
  }

  /** Tells it that the vault is locked, after what it is being answered, and ends it. */
  void end(Duration patience) {
    try (wire) {
      if (turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          ended = true;
          fault(new VaultException.Locked());
        } finally {
          turn.unlock();
        }
      }
    } catch (IOException e) {
      // It went by itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      gone = true;
      server.changes().wake();
    }
  }
}
