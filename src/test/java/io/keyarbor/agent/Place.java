package io.keyarbor.agent;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.protocol.AgentPlace;
import io.keyarbor.platform.Folders;
import io.keyarbor.platform.SystemTimer;
import io.keyarbor.platform.Timer;
import io.keyarbor.vault.TestVaults;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/** A person's folders with a vault, and the ways to it. */
public final class Place implements AutoCloseable {
  /** The vault's password. */
  public static final String PASSWORD = "pw";

  private final SystemTimer timer = new SystemTimer();
  private final Folders folders;
  private final Path file;

  /** Below {@code folder}, without a vault yet. */
  public Place(Path folder) {
    folders =
        new Folders(
            folder.resolve("data"),
            folder.resolve("config"),
            folder.resolve("state"),
            Optional.of(folder.resolve("run")));
    file = folders.data().resolve("vault");
  }

  /** One with an empty vault, locked. */
  public static Place withVault(Path folder) {
    Place place = new Place(folder);
    try (var key = TestVaults.key(PASSWORD)) {
      var local = TestVaults.vault(place.folders.state());
      local.create(place.file, "Mine", key);
      local.lock();
    }
    return place;
  }

  /** Where the person keeps things. */
  public Folders folders() {
    return folders;
  }

  /** The vault. */
  public Path file() {
    return file;
  }

  /** Where its agent listens. */
  public Path socket() {
    return agent().socket();
  }

  /** The place of its agent. */
  public AgentPlace agent() {
    return AgentPlace.of(folders, file);
  }

  /** The vault as a program has it, locked. */
  public SharedVault program() {
    return program(timer);
  }

  /** One whose connections are ended by {@code other}. */
  public SharedVault program(Timer other) {
    return new SharedVault(TestVaults.vault(folders.state()), folders, other, () -> {});
  }

  /** A program that has unlocked the vault. */
  public SharedVault unlocked() {
    SharedVault vault = program();
    try (var key = TestVaults.key(PASSWORD)) {
      vault.unlock(file, key, false);
    }
    return vault;
  }

  /** What a command uses. */
  public RemoteSession joined() {
    return RemoteSession.join(agent(), timer).orElseThrow();
  }

  /** A connection that says what the test wants. */
  public SocketChannel raw() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket()));
    return channel;
  }

  /** Sends bytes as they are. */
  public static void send(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  @Override
  public void close() {
    timer.close();
  }
}
