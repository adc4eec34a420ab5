package io.keyarbor.agent.protocol;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.Timer;
import io.keyarbor.platform.socket.PrivateSocket;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where the agent of a vault listens: a socket named by a hash of the vault's real path, in a
 * folder for this person alone.
 */
public record AgentPlace(Path vault, Path socket) {
  private static final int NAME_BYTES = 16;

  /** The place for the vault at {@code file}, by whatever name it is called. */
  public static AgentPlace of(Folders folders, Path file) {
    Path vault = real(file);
    Path base = folders.runtime().orElse(folders.state());
    return new AgentPlace(vault, base.resolve("agent").resolve(name(vault) + ".sock"));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // It is not there yet, or cannot be read, which opening it will tell.
      return file.toAbsolutePath().normalize();
    }
  }

  private static String name(Path vault) {
    try {
      byte[] path = vault.toString().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(path);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, NAME_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Makes the folder if need be, and checks that nobody else can reach into it.
   *
   * @throws VaultException.Refused if it cannot be used; the message says what to do
   */
  public void prepare() {
    try {
      door().prepare();
    } catch (PrivateSocket.Unusable e) {
      throw new VaultException.Refused(e.getMessage());
    }
  }

  /**
   * Listens there, in place of a socket that was left; for the process that has the vault open.
   *
   * @throws VaultException.Refused if nothing can listen there; the message says what to do
   */
  public ServerSocketChannel listen(int backlog) {
    try {
      return door().listen(backlog);
    } catch (PrivateSocket.Unusable e) {
      throw new VaultException.Refused(e.getMessage());
    }
  }

  /**
   * Connects to whoever listens there.
   *
   * @param timer ends waiting for one that lets nobody in
   * @throws IOException if nobody does
   */
  public SocketChannel connect(Timer timer) throws IOException {
    return door().connect(timer);
  }

  private PrivateSocket door() {
    return new PrivateSocket(socket, "The agent");
  }
}
