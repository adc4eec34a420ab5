package io.keyarbor.agent;

import static io.keyarbor.vault.TestVaults.details;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.agent.client.RemoteSession;
import io.keyarbor.agent.protocol.Answer;
import io.keyarbor.agent.protocol.FrameReader;
import io.keyarbor.agent.protocol.FrameWriter;
import io.keyarbor.agent.protocol.Op;
import io.keyarbor.agent.protocol.Protocol;
import io.keyarbor.agent.protocol.Wire;
import io.keyarbor.vault.TestVaults;
import io.keyarbor.vault.VaultException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a client does, it harms nobody but itself. */
class AbusedAgentTest {
  private final HandRungAlarms alarms = new HandRungAlarms();
  @TempDir Path folder;
  private Place place;
  private SharedVault owner;

  @BeforeEach
  void unlock() {
    place = Place.withVault(folder);
    owner = place.program(alarms);
    try (var key = TestVaults.key(Place.PASSWORD)) {
      owner.unlock(place.file(), key, false);
    }
    try (RemoteSession session = place.joined()) {
      session.credentials().add(details("there"), TestVaults.secrets("token", "s"));
    }
  }

  /** Whatever happened, the next client is served as ever, and the vault holds what it held. */
  @AfterEach
  void isServedAsEver() {
    try (RemoteSession session = place.joined()) {
      assertEquals("there", session.credentials().named("there").orElseThrow().details().name());
      assertEquals(1, session.credentials().all().size());
    }
    owner.lock();
    place.close();
  }

  /** Speaks frames, but not what the protocol says. */
  private final class Rogue implements AutoCloseable {
    private final Wire wire = new Wire(place.raw(), new HandRungAlarms());

    Rogue() throws IOException {}

    void send(Consumer<FrameWriter> content) throws IOException {
      try (FrameWriter out = new FrameWriter()) {
        content.accept(out);
        wire.write(out);
      }
    }

    void greet() throws IOException {
      send(out -> Protocol.hello(out, Protocol.VERSION));
      try (FrameReader in = wire.read(1 << 20, Optional.empty()).orElseThrow()) {
        Answer.check(in);
      }
    }

    /** What the agent says against it. */
    String refusal() throws IOException {
      try (FrameReader in = wire.read(1 << 20, Optional.empty()).orElseThrow()) {
        return assertThrows(VaultException.Refused.class, () -> Answer.check(in)).getMessage();
      }
    }

    boolean isEnded() {
      try {
        return wire.read(1 << 20, Optional.empty()).isEmpty();
      } catch (IOException e) {
        return true;
      }
    }

    @Override
    public void close() {
      wire.close();
    }
  }

  @Test
  void anotherVersionIsToldInWords() throws IOException {
    for (int version : new int[] {0, 1, Protocol.VERSION + 1, 65_535}) {
      try (Rogue rogue = new Rogue()) {
        rogue.send(out -> Protocol.hello(out, version));
        String words = rogue.refusal();
        assertTrue(
            words.contains("speaks version " + Protocol.VERSION + " of the protocol"), words);
        assertTrue(words.contains("client version " + version), words);
        assertTrue(rogue.isEnded());
      }
    }
  }

  @Test
  void whatIsNoHelloIsRefused() throws IOException {
    try (Rogue rogue = new Rogue()) {
      rogue.send(out -> out.raw("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
      assertTrue(rogue.refusal().contains("no hello"));
      assertTrue(rogue.isEnded());
    }
    try (SocketChannel raw = place.raw()) {
      Place.send(raw, "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertTrue(raw.read(ByteBuffer.allocate(1000)) > 0, "an error");
    }
  }

  @Test
  void aFrameTooLargeOrAnUnknownRequestEndsTheConnection() throws IOException {
    try (SocketChannel raw = place.raw()) {
      Place.send(raw, new byte[] {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff});
      assertTrue(raw.read(ByteBuffer.allocate(1000)) > 0, "an error");
    }
    for (int number : new int[] {0, 99, -1}) {
      try (Rogue rogue = new Rogue()) {
        rogue.greet();
        rogue.send(out -> out.int8(number));
        assertTrue(rogue.refusal().contains("nothing has that number"));
        assertTrue(rogue.isEnded());
      }
    }
  }

  @Test
  void everyRequestWithRandomContentIsRefusedAndChangesNothing() throws IOException {
    Random random = new Random(42);
    for (Op op : Op.values()) {
      if (op == Op.LOCK || op == Op.SUBSCRIBE) {
        continue;
      }
      for (int round = 0; round < 20; round++) {
        byte[] content = new byte[1 + random.nextInt(100)];
        random.nextBytes(content);
        content[0] = (byte) (content[0] | 0x80);
        try (Rogue rogue = new Rogue()) {
          rogue.greet();
          rogue.send(out -> {
            out.int8(op.number());
            out.raw(content);
          });
          assertTrue(rogue.refusal().length() > 10, op.name());
        }
      }
    }
  }

  @Test
  void halfARequestIsGivenUpAndNothingIsDone() throws IOException {
    try (SocketChannel half = place.raw();
        SocketChannel silent = place.raw()) {
      Place.send(half, new byte[] {0, 0});
      // Each has an alarm: one for its hello, one for the rest of its frame.
      alarms.await(2);
      alarms.ring();
      assertEquals(-1, half.read(ByteBuffer.allocate(10)));
      assertEquals(-1, silent.read(ByteBuffer.allocate(10)));
    }
    try (Rogue rogue = new Rogue()) {
      rogue.greet();
      // Announces a megabyte, and sends none of it.
      rogue.send(out -> {
        out.int8(Op.GROUP_ADD.number());
        out.int32(1 << 20);
      });
      assertTrue(rogue.refusal().contains("longer than its frame"));
    }
  }

  @Test
  void aClientThatGoesInTheMiddleIsNoTrouble() throws IOException {
    for (int i = 0; i < 50; i++) {
      try (Rogue rogue = new Rogue()) {
        rogue.greet();
        rogue.send(out -> out.int8(Op.SUBSCRIBE.number()));
      }
    }
  }

  @Test
  void aThousandClientsAreServed() throws Exception {
    List<RemoteSession> sessions = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        sessions.add(place.joined());
      }
      for (RemoteSession session : sessions) {
        assertTrue(session.credentials().named("THERE").isPresent());
      }
      assertEquals(1_000, sessions.getFirst().status().clients());
    } finally {
      sessions.forEach(RemoteSession::close);
    }
  }

  @Test
  void garbageOfEveryLengthIsSurvived() throws Exception {
    Arbitrary<byte[]> garbage = Arbitraries.bytes().array(byte[].class).ofMaxSize(2_000);
    for (byte[] bytes : garbage.sampleStream().limit(300).toList()) {
      try (SocketChannel raw = place.raw()) {
        Place.send(raw, bytes);
        raw.shutdownOutput();
        ByteBuffer answer = ByteBuffer.allocate(4_000);
        while (raw.read(answer) > 0) {
          assertTrue(answer.hasRemaining(), "an error is short");
        }
      } catch (IOException e) {
        // It ended the connection while there was still garbage to read.
      }
    }
  }

  @Test
  void aClientDoesNotTalkToWhatIsNoAgent() throws Exception {
    Path elsewhere = folder.resolve("other");
    Place other = new Place(elsewhere);
    Files.createDirectories(
        other.socket().getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (ServerSocketChannel impostor = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      impostor.bind(UnixDomainSocketAddress.of(other.socket()));
      Thread.startVirtualThread(() -> {
        try (SocketChannel client = impostor.accept()) {
          Place.send(client, "SSH-2.0-OpenSSH_9.2\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
          // The client was faster.
        }
      });
      var refused = assertThrows(VaultException.Refused.class, other::joined);
      assertTrue(refused.getMessage().contains("as an agent of Keyarbor"), refused.getMessage());
    }
    other.close();
  }

  @Test
  void anAgentThatDiesDuringAChangeIsToldAsUnknown() throws Exception {
    Path elsewhere = folder.resolve("other");
    Place other = new Place(elsewhere);
    Files.createDirectories(
        other.socket().getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (ServerSocketChannel dying = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      dying.bind(UnixDomainSocketAddress.of(other.socket()));
      Thread agent = Thread.startVirtualThread(() -> greetTakeOneAndDie(dying));
      RemoteSession session = other.joined();
      assertThrows(
          VaultException.Unanswered.class,
          () -> session.credentials().add(details("perhaps"), Map.of()));
      assertTrue(session.isLocked());
      assertThrows(
          VaultException.Locked.class,
          () -> session.credentials().add(details("surely not"), Map.of()));
      agent.join(Duration.ofSeconds(10));
    }
    other.close();
  }

  private static void greetTakeOneAndDie(ServerSocketChannel listening) {
    try (Wire wire = new Wire(listening.accept(), new HandRungAlarms());
        FrameWriter hello = new FrameWriter()) {
      wire.read(1_000, Optional.empty()).orElseThrow().close();
      Answer.done(hello);
      Protocol.hello(hello, Protocol.VERSION);
      hello.uuid(new java.util.UUID(1, 2));
      hello.text("Mine");
      wire.write(hello);
      wire.read(1 << 20, Optional.empty()).orElseThrow().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
