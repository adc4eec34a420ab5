package io.keyarbor.agent.process;

import io.keyarbor.agent.SharedVault;
import io.keyarbor.agent.protocol.Answer;
import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Malformed;
import io.keyarbor.agent.protocol.Pipe;
import io.keyarbor.agent.protocol.Protocol;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.OwnProcess;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.vault.Session.UnlockKey;
import io.keyarbor.vault.Vault;
import io.keyarbor.vault.VaultException;
import io.keyarbor.vault.VaultState;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The agent without a window. It gets the key over its standard input, says over its standard
 * output whether that opened the vault, lets go of both, and serves until the vault is locked.
 */
public final class AgentProcess {
  private final CountDownLatch locked = new CountDownLatch(1);
  private final Path file;
  private final Duration idleTime;
  private final SystemTimer timer = new SystemTimer();
  private final IdleLock idle;
  private final SharedVault vault;

  /**
   * An agent that does not run yet.
   *
   * @param local opens the file
   * @param idleTime without a request, after which the vault is locked
   */
  public AgentProcess(Path file, Vault local, Folders folders, Clock clock, Duration idleTime) {
    this.file = file;
    this.idleTime = idleTime;
    this.idle = new IdleLock(clock, timer);
    this.vault = new SharedVault(local, folders, timer, idle::used);
  }

  /**
   * Serves; returns when the vault is locked.
   *
   * @return false, and at once, if there was nothing to serve: no key came that opens the vault, or
   *     another agent has it
   */
  public boolean run() {
    OwnProcess.keepMemoryPrivate();
    OwnProcess.leaveTerminal();
    vault.onState(state -> {
      if (state == VaultState.LOCKED) {
        locked.countDown();
      }
    });
    Runtime.getRuntime().addShutdownHook(new Thread(vault::lock));
    // Not System.in: its buffer would keep what was read.
    boolean serves =
        start(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    if (serves) {
      idle.start(idleTime, vault::lock);
      // Gives back the memory that the key derivation needed.
      System.gc();
      awaitLock();
    }
    timer.close();
    return serves;
  }

  private boolean start(InputStream in, OutputStream out) {
    try (FrameWriter answer = new FrameWriter()) {
      boolean serves = opened(in, answer);
      Pipe.write(out, answer);
      detach();
      return serves;
    } catch (IOException e) {
      // Whoever wanted it is gone.
      vault.lock();
      return false;
    }
  }

  private boolean opened(InputStream in, FrameWriter answer) throws IOException {
    try (FrameReader given = Pipe.read(in, Protocol.LARGEST_FRAME);
        UnlockKey key = given.key()) {
      boolean acceptOlder = given.flag();
      given.end();
      if (vault.unlock(file, key, acceptOlder).isLocked()) {
        throw new VaultException.Locked();
      }
      if (vault.isOwner() && vault.whyNotShared().isPresent()) {
        String why = vault.whyNotShared().get();
        vault.lock();
        throw new VaultException.Refused(why);
      }
      Answer.done(answer);
      // If another agent was faster, that one serves.
      return vault.isOwner();
    } catch (VaultException e) {
      Answer.fault(answer, e);
    } catch (Malformed e) {
      Answer.fault(answer, new VaultException.Refused("The agent was not given a key."));
    }
    return false;
  }

  /** Java puts the null device in the place of a standard stream that is closed. */
  private static void detach() throws IOException {
    System.in.close();
    System.out.close();
    System.err.close();
  }

  private void awaitLock() {
    try {
      locked.await();
      // Whoever locked it may still be telling the clients.
      vault.lock();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      vault.lock();
    }
  }
}
