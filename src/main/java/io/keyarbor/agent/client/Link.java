package io.keyarbor.agent.client;

import io.keyarbor.agent.protocol.AgentPlace;
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
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** One connection to the agent: one request and its answer at a time. */
final class Link implements AutoCloseable {
  private final AgentPlace place;
  private final Wire wire;
  private final Undisturbed thread = new Undisturbed();
  private UUID vaultId = new UUID(0, 0);
  private String vaultName = "";
  private volatile boolean broken;

  private Link(AgentPlace place, Wire wire) {
    this.place = place;
    this.wire = wire;
  }

  /**
   * Connects.
   *
   * @return empty if no agent listens there, or it is about to end
   * @throws VaultException.Refused if what listens there is not to be talked to
   */
  static Optional<Link> open(AgentPlace place, Timer timer) {
    SocketChannel channel;
    try {
      channel = place.connect(timer);
    } catch (IOException e) {
      // Nobody listens. If the vault is in use all the same, opening it will tell.
      return Optional.empty();
    }
    Link link = new Link(place, new Wire(channel, timer));
    try {
      check(channel, place.socket());
      link.greet();
      return Optional.of(link);
    } catch (VaultException.Locked e) {
      link.close();
      return Optional.empty();
    } catch (IOException e) {
      link.close();
      throw link.noAgent();
    } catch (RuntimeException e) {
      link.close();
      throw e;
    }
  }

  private static void check(SocketChannel channel, Path socket) throws IOException {
    if (!Peer.isSelf(channel)) {
      throw new VaultException.Refused(
          "The agent at "
              + socket
              + " runs as another user. Nothing was sent to it; delete "
              + socket.getParent()
              + " if it is not yours.");
    }
  }

  private void greet() {
    exchange(
        Protocol.HELLO_TIME,
        false,
        out -> Protocol.hello(out, Protocol.VERSION),
        in -> {
          if (Protocol.version(in) != Protocol.VERSION) {
            throw new Malformed("another version");
          }
          vaultId = in.uuid();
          vaultName = in.text();
          return true;
        });
  }

  UUID vaultId() {
    return vaultId;
  }

  String vaultName() {
    return vaultName;
  }

  /** Whether nothing more can be asked over it. */
  boolean isBroken() {
    return broken;
  }

  /**
   * Asks for something and waits for the answer.
   *
   * @throws VaultException what the agent said; {@link VaultException.Locked} if it is gone and
   *     nothing was changed, {@link VaultException.Unanswered} if that is not known
   */
  <R> R ask(Op op, Consumer<FrameWriter> request, Function<FrameReader, R> answer) {
    return exchange(
        Protocol.ANSWER_TIME,
        op.isChanging(),
        out -> {
          out.int8(op.number());
          request.accept(out);
        },
        answer);
  }

  private <R> R exchange(
      Duration patience,
      boolean changing,
      Consumer<FrameWriter> request,
      Function<FrameReader, R> answer) {
    try (FrameWriter out = new FrameWriter()) {
      request.accept(out);
      return thread.run(() -> {
        try {
          wire.write(out);
        } catch (IOException e) {
          throw farewell();
        }
        return answer(patience, changing, answer);
      });
    }
  }

  /** What the agent said before it ended the connection, or that it is gone. */
  private VaultException farewell() {
    broken = true;
    try (FrameReader in =
        wire.read(Protocol.LARGEST_FRAME, Optional.of(Protocol.HELLO_TIME)).orElseThrow()) {
      Answer.check(in);
    } catch (VaultException said) {
      return said;
    } catch (Malformed e) {
      return noAgent();
    } catch (IOException | NoSuchElementException e) {
      // It said nothing.
    }
    return new VaultException.Locked();
  }

  private <R> R answer(Duration patience, boolean changing, Function<FrameReader, R> answer) {
    boolean whole = false;
    try (FrameReader in =
        wire.read(Protocol.LARGEST_FRAME, Optional.of(patience))
            .orElseThrow(() -> new IOException("ended"))) {
      try {
        Answer.check(in);
      } catch (VaultException said) {
        whole = true;
        throw said;
      }
      R result = answer.apply(in);
      in.end();
      whole = true;
      return result;
    } catch (SocketTimeoutException e) {
      throw changing ? new VaultException.Unanswered() : slow();
    } catch (IOException e) {
      throw changing ? new VaultException.Unanswered() : new VaultException.Locked();
    } catch (Malformed e) {
      throw changing ? new VaultException.Unanswered() : noAgent();
    } finally {
      if (!whole) {
        broken = true;
      }
    }
  }

  /** Waits for ever for the next thing that a subscription tells. */
  <R> R next(Function<FrameReader, R> told) throws IOException {
    try (FrameReader in =
        wire.read(Protocol.LARGEST_FRAME, Optional.empty())
            .orElseThrow(() -> new IOException("ended"))) {
      Answer.check(in);
      return told.apply(in);
    }
  }

  private VaultException slow() {
    return new VaultException.Refused(
        "The agent that has the vault "
            + place.vault()
            + " unlocked does not answer. End its"
            + " process, then unlock the vault again.");
  }

  private VaultException noAgent() {
    return new VaultException.Refused(
        "What listens at "
            + place.socket()
            + " does not answer as an agent of Keyarbor does. End"
            + " that process, or use the same Keyarbor for both.");
  }

  @Override
  public void close() {
    broken = true;
    wire.close();
    thread.close();
  }
}
