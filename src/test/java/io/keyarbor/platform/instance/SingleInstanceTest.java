package io.keyarbor.platform.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.keyarbor.platform.Folders;
import io.keyarbor.platform.PrivateFile;
import io.keyarbor.platform.instance.Wish.Kind;
import io.keyarbor.platform.socket.PrivateSocket.Unusable;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** There is one desktop app for a person, and later starts speak with it. */
class SingleInstanceTest {
  @TempDir Path folder;
  private Folders folders;
  private Path socket;

  @BeforeEach
  void begin() {
    folders = InstanceChild.folders(folder);
    socket = folder.resolve("run/desktop/desktop.sock");
  }

  private SingleInstance claimed() throws Unusable {
    return SingleInstance.claim(folders, Wish.RAISE).orElseThrow();
  }

  @Test
  void aLaterStartIsHeardByTheFirst() throws Exception {
    BlockingQueue<Wish> heard = new LinkedBlockingQueue<>();
    try (SingleInstance first = claimed()) {
      Wish link = new Wish(Kind.SHOW, "keyarbor://Köln/token");
      assertEquals(Optional.empty(), SingleInstance.claim(folders, link));
      assertTrue(SingleInstance.tell(folders, Wish.QUICK));
      first.onWish(heard::add);
      assertTrue(SingleInstance.tell(folders, Wish.RAISE));
      assertEquals(link, heard.poll(5, TimeUnit.SECONDS));
      assertEquals(Wish.QUICK, heard.poll(5, TimeUnit.SECONDS));
      assertEquals(Wish.RAISE, heard.poll(5, TimeUnit.SECONDS));
    }
    assertFalse(SingleInstance.tell(folders, Wish.QUICK));
    assertFalse(Files.exists(socket));
    claimed().close();
  }

  @Test
  void nobodyElseCanReachTheSocket() throws Exception {
    try (SingleInstance first = claimed()) {
      first.onWish(wish -> {});
      assertTrue(SingleInstance.tell(folders, Wish.RAISE));
      assertEquals("rw-------", mode(socket));
      assertEquals("rw-------", mode(socket.resolveSibling("desktop.lock")));
      assertEquals("rwx------", mode(socket.getParent()));
    }
    Files.setPosixFilePermissions(socket.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Unusable refused = assertThrows(Unusable.class, this::claimed);
    assertTrue(refused.getMessage().contains("0700"), refused.getMessage());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void theSocketOfAKilledAppIsTakenOver() throws Exception {
    Process killed = InstanceChild.start(folder);
    assertEquals("first", killed.inputReader(StandardCharsets.UTF_8).readLine());
    killed.destroyForcibly().waitFor();
    assertTrue(Files.exists(socket));
    try (SingleInstance next = claimed()) {
      next.onWish(wish -> {});
      assertTrue(SingleInstance.tell(folders, Wish.QUICK));
    }
  }

  @Test
  void ofStartsAtOnceExactlyOneIsTheFirst() throws Exception {
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      starts.add(InstanceChild.start(folder, "keyarbor://" + i));
    }
    List<String> firsts = new ArrayList<>();
    Optional<BufferedReader> first = Optional.empty();
    for (Process start : starts) {
      BufferedReader said = start.inputReader(StandardCharsets.UTF_8);
      String word = said.readLine();
      firsts.add(word);
      if ("first".equals(word)) {
        first = Optional.of(said);
      } else {
        assertEquals(0, start.waitFor());
      }
    }
    firsts.sort(null);
    assertEquals(List.of("first", "told", "told", "told"), firsts);
    for (int i = 0; i < 3; i++) {
      assertTrue(first.orElseThrow().readLine().startsWith("SHOW keyarbor://"));
    }
    for (Process start : starts) {
      start.getOutputStream().close();
      assertEquals(0, start.waitFor());
    }
    assertFalse(Files.exists(socket));
  }

  @Test
  void garbageIsRefusedAndHarmsNobody() throws Exception {
    BlockingQueue<Wish> heard = new LinkedBlockingQueue<>();
    try (SingleInstance first = claimed()) {
      first.onWish(heard::add);
      assertEquals(Letter.REFUSED, answer(new byte[] {9, 0, 0, 0}));
      assertEquals(Letter.REFUSED, answer(new byte[] {1, 99, 0, 0}));
      assertEquals(Letter.REFUSED, answer(new byte[] {1, 3, (byte) 0xff, (byte) 0xff}));
      assertEquals(Letter.REFUSED, answer(new byte[] {1, 3, 0, 2, (byte) 0xff, (byte) 0xfe}));
      assertEquals(Letter.REFUSED, answer(new byte[] {1, 4, 0, 1, 'x'}));
      try (SocketChannel half = connected()) {
        half.write(ByteBuffer.wrap(new byte[] {1}));
      }
      assertTrue(SingleInstance.tell(folders, Wish.QUICK));
      assertEquals(Wish.QUICK, heard.poll(5, TimeUnit.SECONDS));
      assertTrue(heard.isEmpty());
    }
  }

  private SocketChannel connected() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return channel;
  }

  private byte answer(byte[] letter) throws IOException {
    try (SocketChannel channel = connected()) {
      channel.write(ByteBuffer.wrap(letter));
      ByteBuffer answer = ByteBuffer.allocate(1);
      assertEquals(1, channel.read(answer));
      return answer.get(0);
    }
  }

  @Test
  void oneThatDoesNotAnswerIsToldAsSuch() throws Exception {
    claimed().close();
    try (ServerSocketChannel deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      deaf.bind(UnixDomainSocketAddress.of(socket));
      assertFalse(SingleInstance.tell(folders, Wish.RAISE));
    } finally {
      Files.delete(socket);
    }
  }

  /** Its queue of those who knock is full: the system lets them wait for ever. */
  @Test
  @Timeout(60)
  void oneThatLetsNobodyInHoldsNoStartUp() throws Exception {
    claimed().close();
    List<SocketChannel> knocking = new ArrayList<>();
    try (ServerSocketChannel deaf = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        FileChannel held = PrivateFile.open(socket.resolveSibling("desktop.lock"))) {
      assertTrue(held.lock().isValid());
      deaf.bind(UnixDomainSocketAddress.of(socket), 1);
      knocking.add(connected());
      knocking.add(connected());

      SingleInstance.Silent told =
          assertThrows(
              SingleInstance.Silent.class,
              () -> SingleInstance.claim(folders, Wish.RAISE, Duration.ZERO));
      assertTrue(told.getMessage().contains("does not answer"), told.getMessage());
    } finally {
      for (SocketChannel one : knocking) {
        one.close();
      }
      Files.delete(socket);
    }
    claimed().close();
  }
}
